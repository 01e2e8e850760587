// "Chancen und Bedarf" in a few rows: below the cockpit in the pane, in the right rail of the wide page. Loads on its own.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { getCustomerInsights } from '#contract/insight.ts';
import { useInsightMessages } from '../messages/insight-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useReply } from '../use-reply.ts';
import { DemandRows } from './demand-rows.tsx';
import { HintRows } from './hint-rows.tsx';

const soonDays = 14;
const mostRows = 3;
/** Figures of orders change with the next import at the earliest. */
const freshMs = 300_000;

type InsightsSectionProps = { customerId: string; onMore?: () => void };

export function InsightsSection({ customerId, onMore }: InsightsSectionProps) {
  const styles = useStyles();
  const words = useInsightMessages();
  const state = useReply(getCustomerInsights, { id: customerId }, { freshMs });
  const more = onMore && (
    <Link as="button" className={styles.more} onClick={onMore}>
      {words.all}
    </Link>
  );
  return (
    <Section title={words.title} {...(more ? { aside: more } : {})}>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={2} />}>
        {(insights) => {
          const { crossSelling, upSelling, reorders, services } = insights;
          const isEmpty = [crossSelling, upSelling, reorders, services].every((list) => list.length === 0);
          if (isEmpty) return <p className={styles.none}>{words.none}</p>;
          return (
            <>
              <DemandRows insights={insights} withinDays={soonDays} most={mostRows} />
              <HintRows insights={insights} most={mostRows} />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

const useStyles = makeStyles({
  more: { ...typographyStyles.caption1, minHeight: '24px' },
  none: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

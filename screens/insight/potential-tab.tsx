// The tab "Potenzial": chances with their reasons, expected demand, product groups bought and not bought, prices heard.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Box20Regular, Tag20Regular } from '@fluentui/react-icons';
import { getCustomerInsights, type CustomerInsights } from '#contract/insight.ts';
import { useInsightMessages } from '../messages/insight-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { DemandRows } from './demand-rows.tsx';
import { HintRows } from './hint-rows.tsx';

const freshMs = 300_000;

export function PotentialTab({ customerId }: { customerId: string }) {
  const styles = useStyles();
  const words = useInsightMessages();
  const state = useReply(getCustomerInsights, { id: customerId }, { freshMs });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={8} />}>
      {(insights) => (
        <div className={styles.columns}>
          <div>
            <HintsSection insights={insights} />
            <DemandSection insights={insights} />
          </div>
          <div>
            <GroupsSection insights={insights} />
            <PricesSection insights={insights} />
          </div>
        </div>
      )}
    </Loaded>
  );
}

type PartProps = { insights: CustomerInsights };

function HintsSection({ insights }: PartProps) {
  const styles = useStyles();
  const { hints: words } = useInsightMessages();
  const { comparable, crossSelling, upSelling } = insights;
  const hasHints = crossSelling.length + upSelling.length > 0;
  return (
    <Section title={words.title} className={styles.first}>
      {hasHints ? (
        <HintRows insights={insights} />
      ) : (
        <p className={styles.none}>{comparable.count < 4 ? words.tooFew : words.none}</p>
      )}
      {hasHints && comparable.targetGroup !== null && comparable.letter !== null && (
        <p className={styles.note}>{words.comparable(comparable.targetGroup, comparable.letter)}</p>
      )}
    </Section>
  );
}

function DemandSection({ insights }: PartProps) {
  const styles = useStyles();
  const { demand: words } = useInsightMessages();
  const isEmpty = insights.reorders.length + insights.services.length === 0;
  return (
    <Section title={words.title}>
      {isEmpty ? <p className={styles.none}>{words.none}</p> : <DemandRows insights={insights} />}
    </Section>
  );
}

function GroupsSection({ insights }: PartProps) {
  const styles = useStyles();
  const { groups: words } = useInsightMessages();
  const format = useFormat();
  const bought = insights.groups
    .filter((group) => group.isBought)
    .sort((a, b) => b.last12MonthsCents - a.last12MonthsCents);
  const notBought = insights.groups.filter((group) => !group.isBought);
  return (
    <Section title={words.title} className={styles.first}>
      {insights.groups.length === 0 && <p className={styles.none}>{words.none}</p>}
      {bought.length > 0 && <h3 className={styles.head}>{words.bought}</h3>}
      <Rows label={words.bought}>
        {bought.map(({ id, name, last12MonthsCents, lastOn }) => (
          <Row
            key={id}
            icon={<Box20Regular />}
            title={name}
            detail={lastOn === null ? undefined : words.lastOn(format.date(lastOn))}
            right={last12MonthsCents === 0 ? words.never : format.wholeEuro(last12MonthsCents)}
          />
        ))}
      </Rows>
      {notBought.length > 0 && (
        <>
          <h3 className={styles.head}>{words.notBought}</h3>
          <p className={styles.names}>{notBought.map((group) => group.name).join(' · ')}</p>
        </>
      )}
    </Section>
  );
}

function PricesSection({ insights }: PartProps) {
  const styles = useStyles();
  const { prices: words } = useInsightMessages();
  const format = useFormat();
  return (
    <Section title={words.title}>
      {insights.prices.length === 0 && <p className={styles.none}>{words.none}</p>}
      <Rows label={words.title}>
        {insights.prices.map(({ id, what, group, competitor, priceCents, unit, heardOn, heardBy }) => (
          <Row
            key={id}
            icon={<Tag20Regular />}
            title={what === '' ? (group ?? '') : what}
            detail={[competitor, heardBy && words.by(heardBy.name)].filter(Boolean).join(', ')}
            wrapsDetail
            right={words.per(format.euro(priceCents), unit)}
            rightDetail={format.date(heardOn)}
          />
        ))}
      </Rows>
    </Section>
  );
}

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXXL,
    maxWidth: '1100px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)', paddingInline: 0 },
  },
  first: { borderTop: 'none' },
  head: {
    ...typographyStyles.caption1Strong,
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  names: { ...typographyStyles.body1, margin: 0 },
  note: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
  },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

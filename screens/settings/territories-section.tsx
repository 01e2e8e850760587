// "Gebiete": who works where, and by which rules customers belong there.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Map20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { listTerritories, type TerritoryRules } from '#contract/territory.ts';
import { useTerritoryMessages } from '../messages/territory-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { prefixText } from './prefix-words.ts';
import { TerritoryForm } from './territory-form.tsx';

const whileRecalculatingMs = 2_000;

export function TerritoriesSection() {
  const styles = useStyles();
  const { territories: words } = useTerritoryMessages();
  const [open, setOpen] = useState<TerritoryRules | 'new' | null>(null);
  const state = useReply(
    listTerritories,
    {},
    { everyMs: (reply) => (reply?.isRecalculating ? whileRecalculatingMs : null) },
  );
  if (open !== null) {
    return (
      <TerritoryForm
        key={open === 'new' ? 'new' : open.id}
        territory={open === 'new' ? null : open}
        onBack={() => setOpen(null)}
      />
    );
  }
  return (
    <section aria-label={words.title} className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <Button appearance="primary" onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      </div>
      <p className={styles.intro}>{words.intro}</p>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={4} />}>
        {({ items, isRecalculating }) => (
          <>
            {isRecalculating && (
              <MessageBar intent="info" role="status">
                <MessageBarBody>{words.recalculating}</MessageBarBody>
              </MessageBar>
            )}
            {items.length === 0 && (
              <StateBlock icon={<Map20Regular />} title={words.empty} text={words.emptyText} />
            )}
            <Rows label={words.title}>
              {items.map((territory) => (
                <TerritoryRow key={territory.id} territory={territory} onOpen={() => setOpen(territory)} />
              ))}
            </Rows>
          </>
        )}
      </Loaded>
    </section>
  );
}

function TerritoryRow({ territory, onOpen }: { territory: TerritoryRules; onOpen: () => void }) {
  const format = useFormat();
  const { territories: words } = useTerritoryMessages();
  const rules = [prefixText(territory.postcodePrefixes), ...territory.sectors].filter(Boolean).join(', ');
  const people = territory.people.map((person) => person.name).join(', ');
  return (
    <Row
      icon={<Map20Regular />}
      title={territory.name}
      detail={[rules || words.noRules, people].filter(Boolean).join(' · ')}
      wrapsDetail
      right={
        territory.customerCount === 1
          ? words.oneCustomer
          : words.customers(format.number(territory.customerCount))
      }
      isRightQuiet
      onOpen={onOpen}
    />
  );
}

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '880px',
    padding: tokens.spacingHorizontalL,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
});

// Narrowing a history: kind, direction, person and period, in a panel that opens below its button.
import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import { activityKinds, directions, type Activity } from '#contract/activity.ts';
import { addDays } from '../calendar.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { useFormat } from '../use-format.ts';

export interface HistoryQuery {
  kind: Activity['kind'] | null;
  direction: Activity['direction'] | null;
  personId: string | null;
  from: string | null;
  to: string | null;
}
export const wholeHistory: HistoryQuery = {
  kind: null,
  direction: null,
  personId: null,
  from: null,
  to: null,
};

/** As listActivities takes it: what is not narrowed is left out. */
export function queryFields(query: HistoryQuery) {
  const { kind, direction, personId, from, to } = query;
  return {
    ...(kind === null ? {} : { kind }),
    ...(direction === null ? {} : { direction }),
    ...(personId === null ? {} : { personId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

const periods = ['all', 'days_30', 'days_90', 'days_365', 'own'] as const;
type Period = (typeof periods)[number];
const days: Partial<Record<Period, number>> = { days_30: 30, days_90: 90, days_365: 365 };

type HistoryFilterProps = {
  query: HistoryQuery;
  onQuery: (query: HistoryQuery) => void;
  people: readonly { id: string; name: string }[];
  /** Stands in the button's line, before it. */
  children?: ReactNode;
};

export function HistoryFilter({ query, onQuery, people, children }: HistoryFilterProps) {
  const styles = useStyles();
  const words = useMessages().activity.history.filter;
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { kind, direction, personId, from, to } = query;
  const count = [kind, direction, personId, from ?? to].filter((one) => one !== null).length;
  return (
    <>
      <div className={styles.line}>
        {children}
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          icon={<Filter20Regular />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {count === 0 ? words.open : words.openCount(format.number(count))}
        </Button>
      </div>
      <div id={id}>
        {isOpen && <Panel query={query} onQuery={onQuery} people={people} hasFilter={count > 0} />}
      </div>
    </>
  );
}

type PanelProps = Omit<HistoryFilterProps, 'children'> & { hasFilter: boolean };

function Panel({ query, onQuery, people, hasFilter }: PanelProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.activity.history.filter;
  const format = useFormat();
  const [period, setPeriod] = useState<Period>((query.from ?? query.to) ? 'own' : 'all');
  const change = (part: Partial<HistoryQuery>) => onQuery({ ...query, ...part });
  const anyOf = <V extends string>(values: readonly V[], nameOf: (value: V) => string) => [
    { value: '' as V | '', label: words.any },
    ...values.map((value) => ({ value: value as V | '', label: nameOf(value) })),
  ];
  const handlePeriod = (next: Period) => {
    setPeriod(next);
    const back = days[next];
    if (next !== 'own')
      change({ from: back === undefined ? null : addDays(format.today(), -back), to: null });
  };
  return (
    <div className={styles.panel} role="group" aria-label={words.label}>
      <ChoiceField
        label={words.kind}
        value={query.kind ?? ''}
        options={anyOf(activityKinds, (one) => messages.cockpit.activityKinds[one])}
        onChange={(value) => change({ kind: value === '' ? null : value })}
      />
      <ChoiceField
        label={words.direction}
        value={query.direction ?? ''}
        options={anyOf(directions, (one) => words.directions[one])}
        onChange={(value) => change({ direction: value === '' ? null : value })}
      />
      <ChoiceField
        label={words.person}
        value={query.personId ?? ''}
        options={anyOf(
          people.map((one) => one.id),
          (one) => people.find((person) => person.id === one)?.name ?? '',
        )}
        onChange={(value) => change({ personId: value === '' ? null : value })}
      />
      <ChoiceField
        label={words.period}
        value={period}
        options={periods.map((value) => ({ value, label: words.periods[value] }))}
        onChange={handlePeriod}
      />
      {period === 'own' && (
        <>
          <DayInput label={words.from} value={query.from} onChange={(from) => change({ from })} />
          <DayInput label={words.to} value={query.to} onChange={(to) => change({ to })} />
        </>
      )}
      {hasFilter && (
        <Button
          className={styles.reset}
          onClick={() => {
            setPeriod('all');
            onQuery(wholeHistory);
          }}
        >
          {words.reset}
        </Button>
      )}
    </div>
  );
}

type DayInputProps = { label: string; value: string | null; onChange: (day: string | null) => void };

function DayInput({ label, value, onChange }: DayInputProps) {
  return (
    <Labelled label={label}>
      <Input
        type="date"
        value={value ?? ''}
        onChange={(_, data) => onChange(/^[12]\d{3}-\d\d-\d\d$/.test(data.value) ? data.value : null)}
      />
    </Labelled>
  );
}

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  button: { marginInlineStart: 'auto', minWidth: 0, whiteSpace: 'nowrap' },
  panel: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    // The drop-downs of the library are 250 px wide unless told otherwise.
    '& .fui-Dropdown, & .fui-Input': { minWidth: 0, width: '100%' },
  },
  reset: { alignSelf: 'end' },
});

// "Fällige Besuche": who is due, longest first, with the reason; filtered by owner, territory, postcode and state.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, LocationAdd20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Input, Reply } from '#contract/endpoint.ts';
import { listDueVisits, type DueVisit } from '#contract/visit.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { DueFilter, type DueChoice } from './due-filter.tsx';
import { dueReason } from './reason.ts';

type DueListProps = { onPlan: (due: DueVisit) => void };

const pageSize = 25;
const everything = { territoryId: '', postcode: '', state: '' } as const;

/** Managers and administrators look after few customers themselves: they begin with everybody's. */
export function DueList(props: DueListProps) {
  const messages = useVisitMessages();
  const me = useMe();
  return (
    <Loaded state={me} waiting={<RowsSkeleton label={messages.loading} count={6} />}>
      {({ role }) => <DueOf {...props} whose={role === 'sales' ? 'mine' : 'all'} />}
    </Loaded>
  );
}

function DueOf({ onPlan, whose }: DueListProps & Pick<DueChoice, 'whose'>) {
  const styles = useStyles();
  const messages = useVisitMessages();
  const words = messages.due;
  const [choice, setChoice] = useState<DueChoice>({ ...everything, whose });
  const query = { ...inputOf(choice), limit: pageSize };
  const { reply, error, isWaiting, reload } = useReply(listDueVisits, query, { keepPrevious: true });
  return (
    <section aria-label={words.title} className={styles.list}>
      <h2 className={styles.title}>{words.title}</h2>
      {reply && <Counts counts={reply.counts} />}
      <DueFilter
        choice={choice}
        territories={reply?.territories ?? []}
        onChange={(part) => setChoice({ ...choice, ...part })}
      />
      {error && <ErrorNote error={error} onRetry={reload} />}
      {isWaiting && <RowsSkeleton label={messages.loading} count={6} />}
      {reply && <FirstRows reply={reply} query={query} onPlan={onPlan} />}
    </section>
  );
}

type RowsProps = DueListProps & { query: Input<typeof listDueVisits> };

function FirstRows({ reply, query, onPlan }: RowsProps & { reply: Reply<typeof listDueVisits> }) {
  const words = useVisitMessages().due;
  const { items, nextCursor } = reply;
  if (items.length === 0) {
    return <StateBlock icon={<CheckmarkCircle20Regular />} title={words.empty} text={words.emptyText} />;
  }
  return (
    <>
      <DueRows label={words.title} items={items} onPlan={onPlan} />
      {nextCursor !== null && <More key={nextCursor} query={query} cursor={nextCursor} onPlan={onPlan} />}
    </>
  );
}

type MoreProps = RowsProps & { cursor: string };

/** A button, and once it was pressed the next rows with a button of their own. */
function More({ query, cursor, onPlan }: MoreProps) {
  const styles = useStyles();
  const words = useVisitMessages().due;
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <NextRows query={query} cursor={cursor} onPlan={onPlan} />;
  return (
    <Button className={styles.more} onClick={() => setOpen(true)}>
      {words.more}
    </Button>
  );
}

function NextRows({ query, cursor, onPlan }: MoreProps) {
  const messages = useVisitMessages();
  const state = useReply(listDueVisits, { ...query, cursor });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={messages.loading} count={6} />}>
      {({ items, nextCursor }) => (
        <>
          <DueRows items={items} onPlan={onPlan} />
          {nextCursor !== null && <More query={query} cursor={nextCursor} onPlan={onPlan} />}
        </>
      )}
    </Loaded>
  );
}

function Counts({ counts }: { counts: Reply<typeof listDueVisits>['counts'] }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useVisitMessages().due;
  const [overdue, due, upcoming] = [counts.overdue, counts.due, counts.upcoming].map((one) =>
    format.number(one),
  );
  return (
    <p className={styles.counts} role="status">
      {words.counts(overdue ?? '', due ?? '', upcoming ?? '')}
    </p>
  );
}

function DueRows({ items, onPlan, label }: DueListProps & { items: DueVisit[]; label?: string }) {
  return (
    <Rows {...(label === undefined ? {} : { label })}>
      {items.map((due) => (
        <DueRow key={due.customer.id} due={due} onPlan={onPlan} />
      ))}
    </Rows>
  );
}

function inputOf({ whose, territoryId, postcode, state }: DueChoice) {
  return {
    ...(whose === 'mine' ? { mine: 'true' } : {}),
    ...(territoryId === '' ? {} : { territoryId }),
    ...(postcode === '' ? {} : { postcode }),
    ...(state === '' ? {} : { state }),
  };
}

type DueRowProps = { due: DueVisit; onPlan: (due: DueVisit) => void };

function DueRow({ due, onPlan }: DueRowProps) {
  const format = useFormat();
  const { due: words, states } = useVisitMessages();
  const tone = { overdue: 'danger', due: 'warning', upcoming: 'neutral' } as const;
  return (
    <Row
      icon={<LocationAdd20Regular />}
      iconTone={tone[due.state]}
      title={due.customer.name}
      marks={<CustomerMarks customer={due.customer} />}
      detail={`${[due.postcode, due.city].filter(Boolean).join(' ')} · ${dueReason(due, words, format)}`}
      wrapsDetail
      right={states[due.state]}
      rightDetail={format.shortDate(due.dueOn)}
      rightTone={tone[due.state]}
      onOpen={() => onPlan(due)}
    />
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  counts: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  more: { alignSelf: 'flex-start' },
});

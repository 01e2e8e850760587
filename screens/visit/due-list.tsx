// "Fällige Besuche": who is due, longest first, with the reason; filtered by owner, territory, postcode and state.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, LocationAdd20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import { listDueVisits, type DueVisit } from '#contract/visit.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { DueFilter, type DueChoice } from './due-filter.tsx';
import { dueReason } from './reason.ts';

type DueListProps = { onPlan: (due: DueVisit) => void };

const pageSize = 25;
const mostShown = 100;
const everything: DueChoice = { whose: 'mine', territoryId: '', postcode: '', state: '' };

export function DueList({ onPlan }: DueListProps) {
  const styles = useStyles();
  const messages = useVisitMessages();
  const words = messages.due;
  const [choice, setChoice] = useState<DueChoice>(everything);
  const [limit, setLimit] = useState(pageSize);
  const { reply, error, isWaiting, reload } = useReply(
    listDueVisits,
    { ...inputOf(choice), limit },
    { keepPrevious: true },
  );
  const handleChange = (part: Partial<DueChoice>) => {
    setChoice({ ...choice, ...part });
    setLimit(pageSize);
  };
  return (
    <section aria-label={words.title} className={styles.list}>
      <h2 className={styles.title}>{words.title}</h2>
      {reply && <Counts counts={reply.counts} />}
      <DueFilter choice={choice} territories={reply?.territories ?? []} onChange={handleChange} />
      {error && <ErrorNote error={error} onRetry={reload} />}
      {isWaiting && <RowsSkeleton label={messages.loading} count={6} />}
      {reply && <DueRows items={reply.items} onPlan={onPlan} />}
      {reply && reply.nextCursor !== null && limit < mostShown && (
        <Button className={styles.more} onClick={() => setLimit(Math.min(mostShown, limit + pageSize))}>
          {words.more}
        </Button>
      )}
    </section>
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

function DueRows({ items, onPlan }: DueListProps & { items: DueVisit[] }) {
  const words = useVisitMessages().due;
  if (items.length === 0) {
    return <StateBlock icon={<CheckmarkCircle20Regular />} title={words.empty} text={words.emptyText} />;
  }
  return (
    <Rows label={words.title}>
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

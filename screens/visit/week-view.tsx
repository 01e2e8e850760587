// Monday to Friday: planned visits, one's own appointments as busy, and who is due near each day's visits.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { getBusyTimes, getVisitWeek, type BusyTime, type DueVisit } from '#contract/visit.ts';
import { listColleagues } from '#contract/user.ts';
import { addDays } from '../calendar.ts';
import { berlinTimestamp } from '../customer/berlin-time.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { WeekDay } from './week-day.tsx';

type WeekViewProps = {
  day: string;
  onDay: (day: string) => void;
  onOpenVisit: (visitId: string) => void;
  onPlan: (due: DueVisit, day: string) => void;
};

const everyMs = 60_000;

export function WeekView({ day, onDay, ...opening }: WeekViewProps) {
  const styles = useStyles();
  const words = useVisitMessages().week;
  const { reply: me } = useMe();
  const [userId, setUserId] = useState('');
  return (
    <section aria-label={words.title} className={styles.week}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <WeekSteps day={day} onDay={onDay} />
        {me?.role !== 'sales' && <WhoseWeek userId={userId} onChange={setUserId} />}
      </div>
      {userId === '' || userId === me?.id ? (
        <MyWeek day={day} {...opening} />
      ) : (
        <Days day={day} userId={userId} busy={nobodysTimes} {...opening} />
      )}
    </section>
  );
}

type DaysProps = Omit<WeekViewProps, 'onDay'> & { userId: string | null; busy: readonly BusyTime[] };
const nobodysTimes: readonly BusyTime[] = [];

/** One's own calendar is read beside the plan; a colleague's is nobody else's business. */
function MyWeek(props: Omit<WeekViewProps, 'onDay'>) {
  const { reply, error } = useReply(getBusyTimes, { day: props.day }, { everyMs, keepPrevious: true });
  return (
    <>
      <CalendarNote calendar={error ? 'unavailable' : (reply?.calendar ?? 'read')} />
      <Days {...props} userId={null} busy={reply?.items ?? nobodysTimes} />
    </>
  );
}

function Days({ day, userId, busy, onOpenVisit, onPlan }: DaysProps) {
  const styles = useStyles();
  const messages = useVisitMessages();
  const format = useFormat();
  const input = userId === null ? { day } : { day, userId };
  const week = useReply(getVisitWeek, input, { everyMs, keepPrevious: true });
  const days = week.reply?.days ?? [];
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  return (
    <>
      {first !== undefined && last !== undefined && (
        <span className={styles.span}>{messages.week.of(format.shortDate(first), format.date(last))}</span>
      )}
      {week.error && <ErrorNote error={week.error} onRetry={week.reload} />}
      {week.isWaiting && <RowsSkeleton label={messages.loading} count={5} />}
      <div className={styles.days}>
        {days.map((one) => (
          <WeekDay
            key={one.day}
            day={one}
            busy={busyOf(busy, one.day)}
            onOpenVisit={onOpenVisit}
            onPlan={(due) => onPlan(due, one.day)}
          />
        ))}
      </div>
    </>
  );
}

/** A visit's own appointment is not told twice. */
function busyOf(items: readonly BusyTime[], day: string): BusyTime[] {
  const from = berlinTimestamp(day, '00:00') ?? '';
  const to = berlinTimestamp(addDays(day, 1), '00:00') ?? '';
  return items.filter((item) => item.visitId === null && item.startsAt < to && item.endsAt > from);
}

function WeekSteps({ day, onDay }: Pick<WeekViewProps, 'day' | 'onDay'>) {
  const styles = useStyles();
  const words = useVisitMessages().week;
  const format = useFormat();
  return (
    <span className={styles.steps}>
      <Button
        appearance="subtle"
        icon={<ChevronLeft20Regular />}
        aria-label={words.previous}
        onClick={() => onDay(addDays(day, -7))}
      />
      <Button size="small" onClick={() => onDay(format.today())}>
        {words.today}
      </Button>
      <Button
        appearance="subtle"
        icon={<ChevronRight20Regular />}
        aria-label={words.next}
        onClick={() => onDay(addDays(day, 7))}
      />
    </span>
  );
}

function CalendarNote({ calendar }: { calendar: 'read' | 'waiting_for_sign_in' | 'unavailable' }) {
  const words = useVisitMessages().week;
  if (calendar === 'read') return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {calendar === 'unavailable' ? words.calendarAway : words.calendarWaiting}
      </MessageBarBody>
    </MessageBar>
  );
}

function WhoseWeek({ userId, onChange }: { userId: string; onChange: (userId: string) => void }) {
  const words = useVisitMessages().week;
  const { reply } = useReply(listColleagues, {}, { freshMs: 5 * 60_000 });
  const people = reply?.items.filter((one) => one.role === 'sales') ?? [];
  return (
    <ChoiceField
      label={words.person}
      options={[{ value: '', label: words.me }, ...people.map((one) => ({ value: one.id, label: one.name }))]}
      value={userId}
      onChange={onChange}
    />
  );
}

const useStyles = makeStyles({
  week: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  title: { ...typographyStyles.subtitle2, margin: 0, lineHeight: '32px' },
  steps: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS },
  span: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    '@media (max-width: 1279px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

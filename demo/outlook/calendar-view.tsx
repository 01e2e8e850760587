// The calendar as the demo plays it: the appointments of the local Graph by day, to be moved or deleted from that side.
import {
  Body1,
  Button,
  Caption1,
  Caption1Strong,
  Link,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { dayOf } from '#screens/calendar.ts';
import { useFormat } from '#screens/use-format.ts';
import type { GraphClient } from './graph/graph-client.ts';
import { useCalendar, useEventChange, type ShownEvent } from './graph/use-calendar.ts';
import type { AppointmentItem } from './office/item.ts';
import { useWords } from './words.ts';

interface CalendarViewProps {
  graph: GraphClient;
  user: string;
  now: string;
  chosenId: string | null;
  onChoose: (appointment: AppointmentItem | null) => void;
}

/** The list by day, and the details of the chosen one. */
export function CalendarView({ graph, user, now, chosenId, onChoose }: CalendarViewProps) {
  const styles = useStyles();
  const words = useWords();
  const format = useFormat();
  const calendar = useCalendar(graph, user, now);
  const events = calendar.data ?? [];
  const days = [...new Set(events.map((event) => dayOf(event.item.startsAt)))];
  const chosen = events.find((event) => event.item.id === chosenId) ?? null;
  return (
    <section className={styles.view} aria-label={words.places.calendar}>
      {calendar.isError && (
        <MessageBar intent="error">
          <MessageBarBody>{words.failed}</MessageBarBody>
        </MessageBar>
      )}
      {calendar.isPending && <Caption1>{words.loading}</Caption1>}
      <div className={styles.columns}>
        <div className={styles.days}>
          {days.map((day) => (
            <div key={day} className={styles.day}>
              <Caption1Strong as="h3" block className={styles.flat}>
                {format.longDate(day)}
              </Caption1Strong>
              {events
                .filter((event) => dayOf(event.item.startsAt) === day)
                .map((event) => (
                  <EventRow
                    key={event.item.id}
                    event={event}
                    isChosen={event.item.id === chosenId}
                    onChoose={() => onChoose(event.item)}
                  />
                ))}
            </div>
          ))}
        </div>
        {chosen === null ? (
          <Caption1 className={styles.quiet}>{words.calendarHint}</Caption1>
        ) : (
          <EventDetails graph={graph} user={user} event={chosen} onGone={() => onChoose(null)} />
        )}
      </div>
    </section>
  );
}

interface EventRowProps {
  event: ShownEvent;
  isChosen: boolean;
  onChoose: () => void;
}

function EventRow({ event, isChosen, onChoose }: EventRowProps) {
  const styles = useStyles();
  const words = useWords();
  const format = useFormat();
  const { subject, startsAt, endsAt } = event.item;
  return (
    <button
      type="button"
      aria-current={isChosen}
      className={mergeClasses(styles.row, isChosen && styles.chosen)}
      onClick={onChoose}
    >
      <Body1 block>{subject}</Body1>
      <Caption1 className={styles.quiet}>
        {event.isAllDay ? words.allDay : `${format.time(startsAt)}–${format.time(endsAt)}`}
      </Caption1>
    </button>
  );
}

interface EventDetailsProps {
  graph: GraphClient;
  user: string;
  event: ShownEvent;
  onGone: () => void;
}

function EventDetails({ graph, user, event, onGone }: EventDetailsProps) {
  const styles = useStyles();
  const words = useWords();
  const change = useEventChange(graph, user);
  const { subject, location, attendees } = event.item;
  return (
    <div className={styles.details}>
      <Subtitle2 as="h2" block className={styles.flat}>
        {subject}
      </Subtitle2>
      <Body1 block>{location}</Body1>
      {attendees.length > 0 && (
        <Body1 block>
          {words.appointmentWith}: {attendees.map((one) => one.name).join('; ')}
        </Body1>
      )}
      <p className={styles.text}>
        {event.text.split(/(https?:\/\/\S+)/).map((part, index) =>
          /^https?:/.test(part) ? (
            <Link key={index} href={part} inline>
              {part}
            </Link>
          ) : (
            part
          ),
        )}
      </p>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => change.mutate({ event, change: { kind: 'later' } })}>
          {words.hourLater}
        </Button>
        <Button
          size="small"
          onClick={() => change.mutate({ event, change: { kind: 'delete' } }, { onSuccess: onGone })}
        >
          {words.deleteAppointment}
        </Button>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  flat: { margin: 0 },
  view: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
  },
  columns: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXL },
  days: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, flex: '1 1 240px' },
  day: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  details: { flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' },
  text: { whiteSpace: 'pre-wrap', margin: `${tokens.spacingVerticalS} 0` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  row: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  quiet: { color: tokens.colorNeutralForeground3 },
});

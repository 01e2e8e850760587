// The calendar of the demo: one appointment with the customer of the stories, so that its pane can be seen too.
import { Body1, Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { useFormat } from '#screens/use-format.ts';
import type { AppointmentItem, HostUser } from './office/item.ts';
import { useWords } from './words.ts';

const dayMs = 86_400_000;

/** The appointment of this person: the day after `now`, 08:00 UTC. */
export function buildAppointment(user: HostUser, now: string): AppointmentItem {
  const day = new Date(Date.parse(now) + dayMs).toISOString().slice(0, 10);
  return {
    kind: 'appointment',
    id: `TERMIN-${day}`,
    subject: 'Jahresgespräch Hollerbach Metallbau',
    location: 'Leonberg, Besprechungsraum 2',
    organizer: { name: user.name, address: user.address },
    attendees: [
      { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
      { name: 'Martin Hollerbach', address: 'm.hollerbach@hollerbach-metallbau.test' },
    ],
    startsAt: `${day}T08:00:00.000Z`,
    endsAt: `${day}T09:30:00.000Z`,
  };
}

interface CalendarViewProps {
  appointment: AppointmentItem;
  isChosen: boolean;
  onChoose: () => void;
}

/** The list with the one appointment, and its details once chosen. */
export function CalendarView({ appointment, isChosen, onChoose }: CalendarViewProps) {
  const styles = useStyles();
  const words = useWords();
  const format = useFormat();
  return (
    <section className={styles.view} aria-label={words.places.calendar}>
      <button
        type="button"
        aria-current={isChosen}
        className={mergeClasses(styles.row, isChosen && styles.chosen)}
        onClick={onChoose}
      >
        <Body1 block>{appointment.subject}</Body1>
        <Caption1 className={styles.quiet}>
          {format.longDate(appointment.startsAt)}, {format.time(appointment.startsAt)}–
          {format.time(appointment.endsAt)}
        </Caption1>
      </button>
      {isChosen ? (
        <div>
          <Subtitle2 as="h2" block className={styles.flat}>
            {appointment.subject}
          </Subtitle2>
          <Body1 block>{appointment.location}</Body1>
          <Body1 block>
            {words.appointmentWith}: {appointment.attendees.map((one) => one.name).join('; ')}
          </Body1>
        </div>
      ) : (
        <Caption1 className={styles.quiet}>{words.calendarHint}</Caption1>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  flat: { margin: 0 },
  view: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    flexGrow: 1,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
  },
  row: {
    padding: tokens.spacingHorizontalM,
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

// One contact in a list: subject, channel and who, when.
import type { Activity } from '#contract/activity.ts';
import type { Format } from '../format.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { activityIcon } from './activity-icon.tsx';
import { Row } from './row.tsx';

type ActivityRowProps = { activity: Activity; onOpen?: () => void };

/** The whole row opens the contact. */
export function ActivityRow({ activity, onOpen }: ActivityRowProps) {
  const messages = useMessages();
  const format = useFormat();
  return (
    <Row
      icon={activityIcon(activity)}
      title={activity.subject}
      detail={activityDetail(activity, messages)}
      right={activityMoment(activity.occurredAt, format)}
      isRightQuiet
      {...(onOpen ? { onOpen } : {})}
    />
  );
}

/** "E-Mail von Sabine Tietz", "Anruf, Anna Brandl". */
export function activityDetail(activity: Activity, messages: Messages): string {
  const words = messages.cockpit.activities;
  const kind = messages.cockpit.activityKinds[activity.kind];
  if (activity.kind === 'email' && activity.contact) {
    const { name } = activity.contact;
    return activity.direction === 'inbound' ? words.mailFrom(name) : words.mailTo(name);
  }
  const who = activity.loggedBy?.name ?? activity.contact?.name;
  return who === undefined ? kind : words.kindBy(kind, who);
}

/** Today with the time, this year without the year. */
export function activityMoment(at: string, format: Format): string {
  const days = format.daysFromToday(at);
  if (days === 0 || days === -1) return `${format.relativeDay(at)}, ${format.time(at)}`;
  return format.today().slice(0, 4) === at.slice(0, 4) ? format.shortDate(at) : format.date(at);
}

// One contact of the history: what, the first lines of its text, who, and what belongs to it.
import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowUndo16Regular,
  Attach16Regular,
  Chat16Regular,
  Edit16Regular,
  Eye16Regular,
  Link16Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { undoActivity, type Activity, type RecordLink } from '#contract/activity.ts';
import { AttachmentLinks } from '../activity/attachment-links.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { activityIcon } from '../ui/activity-icon.tsx';
import { activityDetail } from '../ui/activity-row.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';
import { historyMoment } from './history-groups.ts';

type TimelineItemProps = {
  activity: Activity;
  onOpenComplaint: (complaintId: string) => void;
  onEdit: (activity: Activity) => void;
};

/** As many as an entry can have by hand; only a mail may have more, then they are counted. */
const mostNamed = 20;
/** About two lines of the column; a longer text is folded. */
const shortText = 180;

export function TimelineItem({ activity, ...handlers }: TimelineItemProps) {
  const styles = useStyles();
  const format = useFormat();
  return (
    <li className={styles.item}>
      <span className={styles.disc} aria-hidden>
        {activityIcon(activity)}
      </span>
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.title}>{activity.subject}</span>
          <time
            className={styles.when}
            dateTime={activity.occurredAt}
            title={format.dateTime(activity.occurredAt)}
          >
            {historyMoment(activity.occurredAt, format)}
          </time>
        </div>
        <ItemText text={activity.bodyText} />
        <ItemFoot activity={activity} {...handlers} />
      </div>
    </li>
  );
}

function ItemText({ text }: { text: string }) {
  const styles = useStyles();
  const { history: words } = useWideMessages().customerPage;
  const [isWhole, setWhole] = useState(false);
  const plain = text.trim();
  if (plain === '') return null;
  const isLong = plain.length > shortText || plain.split('\n').length > 2;
  return (
    <>
      <p className={mergeClasses(styles.text, isLong && !isWhole && styles.folded)}>{plain}</p>
      {isLong && (
        <Link as="button" className={styles.small} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.shorter : words.whole}
        </Link>
      )}
    </>
  );
}

function ItemFoot({ activity, onOpenComplaint, onEdit }: TimelineItemProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const { history: words } = useWideMessages().customerPage;
  const { attachments, durationMinutes, loggedBy } = activity;
  const who = [
    activityDetail(activity, messages),
    activity.kind !== 'email' && activity.contact ? words.with(activity.contact.name) : null,
    durationMinutes === null ? null : words.minutes(format.number(durationMinutes)),
  ];
  return (
    <div className={styles.foot}>
      <span>{who.filter(Boolean).join(', ')}</span>
      {attachments.length > 0 && (
        <span className={styles.files}>
          <Attach16Regular aria-hidden />
          {attachments.length > mostNamed ? words.attachments(format.number(attachments.length)) : null}
          <AttachmentLinks attachments={attachments.slice(0, mostNamed)} />
        </span>
      )}
      {activity.links.map((link) => (
        <LinkPart key={link.id} link={link} onOpenComplaint={onOpenComplaint} />
      ))}
      {activity.messageLink !== null && (
        <span className={styles.part}>
          <Chat16Regular aria-hidden />
          <Link href={activity.messageLink} target="_blank" rel="noreferrer" className={styles.small}>
            {words.openMessage}
          </Link>
        </span>
      )}
      {activity.kind === 'email' && loggedBy && <span>{words.loggedBy(loggedBy.name)}</span>}
      {activity.visibility === 'me' && (
        <span className={styles.part}>
          <Eye16Regular aria-hidden />
          {words.onlyMe}
        </span>
      )}
      <EditButton activity={activity} onEdit={onEdit} />
      <UndoButton activity={activity} />
    </div>
  );
}

function LinkPart({ link, onOpenComplaint }: { link: RecordLink; onOpenComplaint: (id: string) => void }) {
  const styles = useStyles();
  const messages = useMessages();
  const { history: words } = useWideMessages().customerPage;
  return (
    <span className={styles.part} title={messages.cockpit.linkKinds[link.kind]}>
      <Link16Regular aria-hidden />
      {link.kind === 'complaint' ? (
        <Link
          as="button"
          className={styles.small}
          aria-label={words.openComplaint(link.label)}
          onClick={() => onOpenComplaint(link.id)}
        >
          {link.label}
        </Link>
      ) : (
        link.label
      )}
    </span>
  );
}

/** Also for those who may only add a file. */
function EditButton({ activity, onEdit }: Pick<TimelineItemProps, 'activity' | 'onEdit'>) {
  const styles = useStyles();
  const { history: words } = useWideMessages().customerPage;
  if (!activity.canEdit && !activity.canUndo) return null;
  return (
    <Button
      size="small"
      appearance="transparent"
      className={styles.undo}
      icon={<Edit16Regular />}
      aria-label={words.editLabel(activity.subject)}
      onClick={() => onEdit(activity)}
    >
      {words.edit}
    </Button>
  );
}

/** Taking back is for what was logged by mistake, and that is noticed on the same day. */
function UndoButton({ activity }: { activity: Activity }) {
  const styles = useStyles();
  const format = useFormat();
  const messages = useMessages();
  const notify = useNotify();
  const { history: words } = useWideMessages().customerPage;
  const { send, isSending } = useSend(undoActivity, {
    onDone: () => notify({ title: words.undone(activity.subject), intent: 'info' }),
    onFailed: (error) =>
      notify({ title: `${words.notUndone}. ${messages.errors[error.code].why}`, intent: 'warning' }),
  });
  if (!activity.canUndo || format.daysFromToday(activity.loggedAt) !== 0) return null;
  return (
    <Button
      size="small"
      appearance="transparent"
      className={styles.undo}
      icon={<ArrowUndo16Regular />}
      aria-label={words.undoLabel(activity.subject)}
      disabledFocusable={isSending}
      onClick={() => send({ id: activity.id })}
    >
      {words.undo}
    </Button>
  );
}

const useStyles = makeStyles({
  item: { display: 'flex', columnGap: tokens.spacingHorizontalS, paddingBottom: tokens.spacingVerticalL },
  disc: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  body: { flexGrow: 1, minWidth: 0 },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  title: { ...typographyStyles.body1Strong, minWidth: 0, overflowWrap: 'anywhere' },
  when: {
    ...typographyStyles.caption1,
    lineHeight: '20px',
    flexShrink: 0,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  text: {
    ...typographyStyles.body1,
    maxWidth: '720px',
    margin: 0,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  folded: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    whiteSpace: 'normal',
  },
  foot: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '24px',
    color: tokens.colorNeutralForeground3,
  },
  files: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  part: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS },
  small: { ...typographyStyles.caption1, minHeight: '24px' },
  undo: {
    minWidth: 0,
    height: '24px',
    // Without a border it begins where text does; a theme that draws one finds room for it.
    paddingInline: tokens.spacingHorizontalXS,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    color: tokens.colorNeutralForeground3,
  },
});

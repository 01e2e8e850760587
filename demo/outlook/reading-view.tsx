// One mail as Outlook shows it: head, attachments, body; and the buttons that open the pane or a reply.
import { Avatar, Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular, AttachRegular, PanelRightExpandRegular } from '@fluentui/react-icons';
import { useFormat } from '#screens/use-format.ts';
import { nameOf } from './graph/mail-wire.ts';
import { MailBody } from './mail-body.tsx';
import type { ItemPerson, MessageItem } from './office/item.ts';
import { useWords } from './words.ts';

interface ReadingViewProps {
  item: MessageItem;
  pictures: Readonly<Record<string, string>>;
  isPaneOpen: boolean;
  onOpenPane: () => void;
  onReply: () => void;
}

/** The chosen mail. */
export function ReadingView({ item, pictures, isPaneOpen, onOpenPane, onReply }: ReadingViewProps) {
  const styles = useStyles();
  const words = useWords();
  const format = useFormat();
  const sender = item.from ? nameOf(item.from) : words.noSender;
  const files = item.attachments.filter((attachment) => !attachment.isInline);
  return (
    <article className={styles.view} aria-label={item.subject || words.noSubject}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.subject}>
          {item.subject || words.noSubject}
        </Subtitle2>
        <div className={styles.buttons}>
          <Button size="small" icon={<ArrowReplyRegular />} onClick={onReply}>
            {words.reply}
          </Button>
          {!isPaneOpen && (
            <Button size="small" icon={<PanelRightExpandRegular />} onClick={onOpenPane}>
              {words.openPane}
            </Button>
          )}
        </div>
        <div className={styles.people}>
          <Avatar name={sender} color="neutral" size={36} aria-hidden />
          <div className={styles.names}>
            <Text weight="semibold" block>
              {sender} {item.from?.name ? <Caption1>&lt;{item.from.address}&gt;</Caption1> : null}
            </Text>
            <People label={words.to} people={item.to} />
            <People label={words.cc} people={item.cc} />
          </div>
          <Caption1 className={styles.quiet}>{format.dateTime(item.sentAt)}</Caption1>
        </div>
        {files.length > 0 && (
          <ul className={styles.files} aria-label={words.attachments}>
            {files.map((file) => (
              <li key={file.id} className={styles.file}>
                <AttachRegular aria-hidden />
                <Caption1>
                  {file.name}, {format.fileSize(file.sizeBytes)}
                </Caption1>
              </li>
            ))}
          </ul>
        )}
        {/<img[^>]+src\s*=\s*["']?https?:/i.test(item.bodyHtml) && (
          <Caption1 className={styles.quiet}>{words.picturesOff}</Caption1>
        )}
      </div>
      <MailBody title={words.text} html={item.bodyHtml} text={item.bodyText} pictures={pictures} />
    </article>
  );
}

const shownPeople = 8;

function People({ label, people }: { label: string; people: readonly ItemPerson[] }) {
  if (people.length === 0) return null;
  const more = people.length - shownPeople;
  return (
    <Caption1 block>
      {label}: {people.slice(0, shownPeople).map(nameOf).join('; ')}
      {more > 0 ? ` +${more}` : ''}
    </Caption1>
  );
}

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  subject: { margin: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  people: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
  names: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  files: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  file: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

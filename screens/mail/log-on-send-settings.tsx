// "Beim Senden ablegen" among the rules of mails: the switch, explained, and what became of the mails sent last.
import { makeStyles, Switch, tokens, typographyStyles } from '@fluentui/react-components';
import { listSentMails, type SentMail } from '#contract/sent-mail.ts';
import { useMailRuleMessages } from '../messages/mail-rule-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useMailSettings } from './use-mail-settings.ts';

export function LogOnSendSettings() {
  const styles = useStyles();
  const { sent: words } = useMailRuleMessages();
  const { settings, loadError, reload, choose, isSending, error } = useMailSettings();
  if (settings === null) {
    return loadError === null ? null : <ErrorNote error={loadError} title={words.title} onRetry={reload} />;
  }
  const { logOnSend, readsMailboxes } = settings;
  return (
    <Section title={words.title}>
      <p className={styles.text}>{words.explained}</p>
      {readsMailboxes && <p className={styles.text}>{words.mailboxes}</p>}
      <Switch
        className={styles.choice}
        label={words.switch}
        checked={logOnSend}
        disabled={isSending}
        onChange={(_, data) => choose(data.checked)}
      />
      {error && <ErrorNote error={error} title={words.failed} />}
      {logOnSend && <SentLast />}
    </Section>
  );
}

const mostShown = 10;
const refreshMs = 15_000;

function SentLast() {
  const styles = useStyles();
  const { sent: words } = useMailRuleMessages();
  const { reply } = useReply(listSentMails, {}, { everyMs: () => refreshMs });
  if (reply === null) return null;
  if (reply.items.length === 0) return <p className={styles.text}>{words.recentEmpty}</p>;
  return (
    <>
      <h3 className={styles.head}>{words.recent}</h3>
      <ul className={styles.list}>
        {reply.items.slice(0, mostShown).map((mail) => (
          <SentLine key={mail.id} mail={mail} />
        ))}
      </ul>
    </>
  );
}

function SentLine({ mail }: { mail: SentMail }) {
  const styles = useStyles();
  const format = useFormat();
  const { sent: words } = useMailRuleMessages();
  const reason = mail.reason === null ? '' : ` – ${words.reasons[mail.reason]}`;
  return (
    <li className={styles.line}>
      <span className={styles.subject}>{mail.subject || words.noSubject}</span>
      <span className={styles.text}>
        {`${format.dateTime(mail.sentAt)} · ${words.states[mail.state]}${reason}`}
      </span>
    </li>
  );
}

const useStyles = makeStyles({
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  choice: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` }, // its track stands where texts begin
  head: { ...typographyStyles.caption1Strong, margin: `${tokens.spacingVerticalXS} 0 0` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalXXS,
    overflowWrap: 'anywhere',
  },
  subject: { ...typographyStyles.body1 },
});

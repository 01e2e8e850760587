// The draft of the closing mail: to whom, what it says, and the ways to take it into a mail.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ClosingMail } from '#contract/complaint-survey.ts';
import type { Complaint } from '#contract/complaint.ts';
import { useSurveyMessages, type SurveyMessages } from '../messages/survey-messages.ts';
import { useFormat } from '../use-format.ts';
import { closingDraft, mailAddress, type ClosingDraft } from './closing-mail.ts';

/** Opens a reply draft with this HTML. */
export type ReplyWith = (html: string) => Promise<void>;

type ClosingMailDraftProps = { complaint: Complaint; mail: ClosingMail; onReplyWith: ReplyWith | undefined };

export function ClosingMailDraft({ complaint, mail, onReplyWith }: ClosingMailDraftProps) {
  const styles = useStyles();
  const format = useFormat();
  const words = useSurveyMessages();
  const draft = closingDraft(complaint, mail);
  const { recipient, survey } = mail;
  return (
    <div className={styles.draft} role="group" aria-label={words.draft}>
      {recipient && <p className={styles.small}>{words.to(recipient.name, recipient.address)}</p>}
      {recipient && survey === null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.objected(recipient.name)}</MessageBarBody>
        </MessageBar>
      )}
      <p className={styles.text} lang={mail.language}>
        {draft.text}
      </p>
      <Ways draft={draft} address={recipient?.address ?? ''} onReplyWith={onReplyWith} />
      <p className={styles.small}>
        {survey === null
          ? words.notSent
          : `${words.notSent} ${words.holdsUntil(format.date(survey.expiresAt))}`}
      </p>
    </div>
  );
}

type Said = keyof Pick<SurveyMessages, 'replyOpened' | 'replyFailed' | 'copied' | 'copyFailed'>;
type WaysProps = { draft: ClosingDraft; address: string; onReplyWith: ReplyWith | undefined };

/** As a reply beside the customer's mail, else in the mail program; always by copying. */
function Ways({ draft, address, onReplyWith }: WaysProps) {
  const styles = useStyles();
  const words = useSurveyMessages();
  const [said, setSaid] = useState<Said | null>(null);
  const tell = (work: Promise<void>, good: Said, bad: Said) =>
    void work.then(
      () => setSaid(good),
      () => setSaid(bad),
    );
  return (
    <>
      <div className={styles.buttons}>
        {onReplyWith && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => tell(onReplyWith(draft.html), 'replyOpened', 'replyFailed')}
          >
            {words.reply}
          </Button>
        )}
        {!onReplyWith && address !== '' && (
          <Button as="a" size="small" appearance="primary" href={mailAddress(address, draft)}>
            {words.open}
          </Button>
        )}
        <Button size="small" onClick={() => tell(copy(draft.text), 'copied', 'copyFailed')}>
          {words.copy}
        </Button>
      </div>
      <p className={styles.small} role="status">
        {said && words[said]}
      </p>
    </>
  );
}

/** Some hosts give frames no clipboard: then it fails, and says so. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

const useStyles = makeStyles({
  draft: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  text: {
    ...typographyStyles.body1,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

// How satisfied the customer was, and the closing mail that asks him: a draft to copy or to open, never sent by itself.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Emoji20Regular, EmojiMeh20Regular, EmojiSad20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  prepareClosingMail,
  satisfactionScores,
  type ClosingMail,
  type Satisfaction,
} from '#contract/complaint-survey.ts';
import type { Complaint } from '#contract/complaint.ts';
import { useSurveyMessages } from '../messages/survey-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';
import { ClosingMailDraft, type ReplyWith } from './closing-mail-draft.tsx';

type SatisfactionSectionProps = { complaint: Complaint; onReplyWith?: ReplyWith | undefined };

/** For the staff, once the complaint is answered. */
export function SatisfactionSection({ complaint, onReplyWith }: SatisfactionSectionProps) {
  const styles = useStyles();
  const words = useSurveyMessages();
  const [mail, setMail] = useState<ClosingMail | null>(null);
  const { send, isSending, error } = useSend(prepareClosingMail, { onDone: setMail });
  const { satisfaction } = complaint;
  return (
    <Section title={words.title}>
      {satisfaction ? (
        <Answer satisfaction={satisfaction} />
      ) : (
        mail === null && <p className={styles.quiet}>{words.none}</p>
      )}
      {error && !isSending && <ErrorNote error={error} title={words.failed} />}
      {mail === null ? (
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={isSending}
          onClick={() => send({ id: complaint.id })}
        >
          {words.prepare}
        </Button>
      ) : (
        <ClosingMailDraft complaint={complaint} mail={mail} onReplyWith={onReplyWith} />
      )}
    </Section>
  );
}

/** The score in words; a bad one stands out. */
function Answer({ satisfaction }: { satisfaction: Satisfaction }) {
  const format = useFormat();
  const words = useSurveyMessages();
  const { score, comment, answeredAt, isChanged } = satisfaction;
  const known = satisfactionScores.find((one) => one === score) ?? 3;
  const isBad = score < 3;
  return (
    <Rows>
      <Row
        icon={faceOf(score)}
        iconTone={isBad ? 'danger' : 'neutral'}
        title={words.score(format.number(score), words.scores[known])}
        detail={comment}
        wrapsTitle
        wrapsDetail
        right={format.relativeDay(answeredAt)}
        rightDetail={isChanged ? words.changed : format.time(answeredAt)}
        isRightQuiet
      />
    </Rows>
  );
}

function faceOf(score: number) {
  if (score === 3) return <EmojiMeh20Regular />;
  return score < 3 ? <EmojiSad20Regular /> : <Emoji20Regular />;
}

const useStyles = makeStyles({
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  button: { marginBlock: tokens.spacingVerticalXS },
});

// Who works on a complaint, and on which day somebody looks at it again: no open complaint is without either.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { updateComplaint, type Complaint } from '#contract/complaint.ts';
import { useMeasureMessages } from '../messages/measure-messages.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { DateChoice } from '../ui/date-choice.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';

type HandOverFormProps = { complaint: Complaint; onDone: () => void };

export function HandOverForm({ complaint, onDone }: HandOverFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = useMeasureMessages();
  const [owner, setOwner] = useState(complaint.ownerIsGone ? null : complaint.owner);
  const { nextOn } = complaint;
  const [day, setDay] = useState(nextOn !== null && nextOn >= format.today() ? nextOn : null);
  const { send, isSending, error } = useSend(updateComplaint, { onDone });
  const isReady = owner !== null && day !== null;
  const handleSubmit = () => {
    if (isReady) send({ id: complaint.id, ownerId: owner.id, nextOn: day }, { ifMatch: complaint.version });
  };
  return (
    <FormBody isFlush label={words.handOver} onSubmit={handleSubmit}>
      {error && !isSending && <ErrorNote error={error} title={words.failed} keepsInput />}
      <Labelled label={complaintWords(messages).intake.owner} isRequired>
        <PersonPicker value={owner} onChange={setOwner} />
      </Labelled>
      <div className={styles.day}>
        <span aria-hidden>{words.nextOn}</span>
        <DateChoice label={words.nextOn} value={day} onChange={setDay} />
      </div>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isSending || !isReady} onClick={handleSubmit}>
          {words.saveHandOver}
        </Button>
        <Button onClick={onDone}>{messages.common.cancel}</Button>
      </div>
    </FormBody>
  );
}

const useStyles = makeStyles({
  day: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

// One measure: what is done, and what it costs. Says before sending when a second person has to agree.
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { addMeasure, measureKinds, type ComplaintMeasure } from '#contract/complaint-measure.ts';
import { useMeasureMessages } from '../messages/measure-messages.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { parseEuro } from '../money.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';

type MeasureFormProps = { complaintId: string; leftCents: number | null; onDone: () => void };

export function MeasureForm({ complaintId, leftCents, onDone }: MeasureFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = useMeasureMessages();
  const [kind, setKind] = useState<ComplaintMeasure['kind']>('replacement');
  const [text, setText] = useState('');
  const [cost, setCost] = useState('');
  const { send, isSending, error } = useSend(addMeasure, { onDone });
  const cents = centsOf(cost);
  const limit = kind === 'goodwill' ? leftCents : null;
  const isRequest = limit !== null && (cents ?? 0) > limit;
  const handleSubmit = () => {
    if (cents !== null) send({ id: complaintId, kind, text, costCents: cents });
  };
  return (
    <FormBody isFlush label={words.add} onSubmit={handleSubmit}>
      {error && !isSending && <ErrorNote error={error} title={words.failed} keepsInput />}
      <ChoiceField
        label={words.kind}
        options={measureKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={words.cost}
        value={cost}
        problem={cents === null ? complaintWords(messages).move.goodwillUnfit : undefined}
        hint={limit === null ? undefined : words.limit(format.euro(limit))}
        onChange={setCost}
      />
      <TextField label={words.text} rows={2} maxLength={1000} value={text} onChange={setText} />
      {isRequest && (
        <MessageBar intent="warning">
          <MessageBarBody>{words.fourEyes}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isSending} onClick={handleSubmit}>
          {isRequest ? words.request : words.save}
        </Button>
        <Button onClick={onDone}>{messages.common.cancel}</Button>
      </div>
    </FormBody>
  );
}

/** Nothing entered costs nothing; null: unreadable. */
function centsOf(text: string): number | null {
  return text.trim() === '' ? 0 : parseEuro(text);
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

// Recording what a person said about a channel: what fits the present state, from where, and when.
import { Button, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { recordConsent, type ChannelConsent, type ConsentEvent } from '#contract/consent.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';
import { berlinTimestamp } from './berlin-time.ts';
import { useFormProblems } from './form-problems.ts';

/** While an objection stands only the person taking it back changes anything. */
const stepsOf: Record<ChannelConsent['state'], readonly ConsentEvent['step'][]> = {
  none: ['allowed', 'objected'],
  allowed: ['withdrawn', 'objected', 'allowed'],
  objected: ['objection_lifted'],
};

type RecordConsentProps = {
  contactId: string;
  channel: ChannelConsent['channel'];
  state: ChannelConsent['state'];
  onClose: () => void;
};

export function RecordConsent({ contactId, channel, state, onClose }: RecordConsentProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = useCustomerDataMessages();
  const steps = stepsOf[state];
  const [step, setStep] = useState<ConsentEvent['step']>(steps[0] ?? 'objected');
  const [source, setSource] = useState('');
  const [day, setDay] = useState(format.today());
  const { send, isSending, error } = useSend(recordConsent, { onDone: onClose });
  const problems = useFormProblems(error, source.trim() === '' ? { source: messages.common.required } : {});
  const title = words.consents.recordTitle(words.channels[channel]);
  const handleSubmit = () => {
    if (!problems.check()) return;
    // Said today is said now; of an earlier day one knows no more than the day.
    const at = day === format.today() ? null : berlinTimestamp(day, '12:00');
    send({ id: contactId, channel, step, source: source.trim(), ...(at === null ? {} : { at }) });
  };
  return (
    <div className={styles.box}>
      <FormBody label={title} onSubmit={handleSubmit} isFlush>
        <p className={styles.title}>{title}</p>
        {state === 'objected' && <p className={styles.note}>{words.consents.lifted}</p>}
        <ChoiceField
          label={words.consents.step}
          options={steps.map((one) => ({ value: one, label: words.steps[one] }))}
          value={step}
          onChange={setStep}
        />
        <TextField
          label={words.consents.source}
          hint={words.consents.sourceHint}
          isRequired
          maxLength={300}
          value={source}
          problem={problems.of('source')}
          onChange={setSource}
        />
        <Labelled label={words.consents.day} problem={problems.of('at')}>
          <Input
            type="date"
            max={format.today()}
            value={day}
            onChange={(_event, data) => setDay(data.value === '' ? format.today() : data.value)}
          />
        </Labelled>
        {error && !isSending && <ErrorNote error={error} title={words.consents.failed} keepsInput />}
        <div className={styles.buttons}>
          <Button appearance="primary" disabledFocusable={isSending} onClick={handleSubmit}>
            {words.consents.save}
          </Button>
          <Button onClick={onClose}>{messages.common.cancel}</Button>
        </div>
      </FormBody>
    </div>
  );
}

const useStyles = makeStyles({
  box: {
    marginBlock: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

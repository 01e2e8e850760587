// A new follow-up: what is to be done, and when in two clicks.
import type { CustomerRef } from '#contract/customer.ts';
import { createFollowUp } from '#contract/follow-up.ts';
import type { Mail } from '#contract/mail.ts';
import { bareSubject } from '#contract/subject.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { markedName } from '../ui/customer-marks.tsx';
import { DateChoice } from '../ui/date-choice.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useDraft } from '../use-draft.ts';
import { useSend } from '../use-send.ts';

type NewFollowUpProps = {
  customer: Pick<CustomerRef, 'id' | 'name' | 'marks'>;
  mail: Mail | null;
  /** Opens that mail again, from To Do and from the cockpit. */
  mailLink?: string | null;
  onBack: () => void;
  onCreated: () => void;
};
type Fields = { title: string; dueOn: string | null };

const maxTitle = 255;

function titleFor(mail: Mail | null, messages: Messages): string {
  const subject = bareSubject(mail?.subject ?? '');
  return subject === '' ? '' : messages.followUp.form.suggestion(subject).slice(0, maxTitle);
}

export function NewFollowUp({ customer, mail, mailLink = null, onBack, onCreated }: NewFollowUpProps) {
  const messages = useMessages();
  const notify = useNotify();
  const words = messages.followUp.form;
  const draft = useDraft<Fields>(`follow-up:${customer.id}:${mail?.messageId ?? 'by-hand'}`, {
    title: titleFor(mail, messages),
    dueOn: null,
  });
  const { value, change } = draft;
  const { send, isSending, error } = useSend(createFollowUp, {
    onDone: () => {
      draft.clear();
      notify({ title: words.created });
      onCreated();
    },
  });
  const problems = useFieldProblems(error, {
    ...(value.title.trim() === '' ? { title: messages.common.required } : {}),
    ...(value.dueOn === null ? { dueOn: words.dateRequired } : {}),
  });
  const handleSubmit = () => {
    if (!problems.check() || value.dueOn === null) return;
    draft.keep();
    send(
      { customerId: customer.id, title: value.title.trim(), dueOn: value.dueOn, mailLink },
      { idempotencyKey: draft.idempotencyKey },
    );
  };
  const handleCancel = () => {
    if (!error) draft.clear();
    onBack();
  };
  return (
    <View
      title={words.heading}
      onBack={onBack}
      foot={
        <ActionBar
          label={words.heading}
          isForm
          note={words.note(markedName(customer, messages))}
          problem={
            error && !isSending ? (
              <ErrorNote error={error} title={words.failed} keepsInput onRetry={handleSubmit} />
            ) : null
          }
          primary={{ id: 'submit-follow-up', label: words.save, onPress: handleSubmit, isBusy: isSending }}
          secondary={[{ id: 'cancel-follow-up', label: messages.common.cancel, onPress: handleCancel }]}
        />
      }
    >
      <FormBody label={words.heading} onSubmit={handleSubmit}>
        <TextField
          label={words.what}
          isRequired
          value={value.title}
          maxLength={maxTitle}
          problem={problems.of('title')}
          onChange={(title) => change({ title })}
        />
        <Labelled label={words.when} isRequired problem={problems.of('dueOn')}>
          {(control) => (
            <DateChoice
              label={words.when}
              describedBy={control['aria-describedby']}
              value={value.dueOn}
              onChange={(dueOn) => change({ dueOn })}
            />
          )}
        </Labelled>
      </FormBody>
    </View>
  );
}

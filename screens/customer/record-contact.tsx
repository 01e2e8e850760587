// "Kontakt erfassen": a call, visit, meeting or chat written down by hand, with a follow-up in the same step.
import { logActivity } from '#contract/activity.ts';
import { useState } from 'react';
import { getCockpit, type Cockpit } from '#contract/cockpit.ts';
import type { CustomerRef } from '#contract/customer.ts';
import { linksOf, minutesOf } from '../activity/entry-fields.ts';
import { FileField } from '../activity/file-field.tsx';
import { RefusedFiles } from '../activity/refused-files.tsx';
import { useSendFiles, type RefusedFile } from '../activity/use-send-files.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useDraft } from '../use-draft.ts';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { berlinTimestamp } from './berlin-time.ts';
import { byLastTouch } from './contact-order.ts';
import { RecordFieldsForm } from './record-fields-form.tsx';
import { recordProblems, type RecordFields } from './record-fields.ts';

type RecordContactProps = { customer: CustomerRef; onClose: () => void };

export function RecordContact({ customer, onClose }: RecordContactProps) {
  const { customerPage } = useWideMessages();
  const state = useReply(getCockpit, { customerId: customer.id });
  if (state.reply) return <RecordForm cockpit={state.reply} onClose={onClose} />;
  return (
    <View title={customerPage.record.heading} onBack={onClose}>
      <Loaded state={state} waiting={<ViewSkeleton label={customerPage.loading} />}>
        {() => null}
      </Loaded>
    </View>
  );
}

function RecordForm({ cockpit, onClose }: { cockpit: Cockpit; onClose: () => void }) {
  const messages = useMessages();
  const { record: words } = useWideMessages().customerPage;
  const format = useFormat();
  const { clock } = useFrame();
  const notify = useNotify();
  const { customer } = cockpit;
  const draft = useDraft<RecordFields>(`record:${customer.id}`, {
    kind: 'call',
    direction: 'outbound',
    contactId: cockpit.contact?.id ?? byLastTouch(cockpit)[0]?.id ?? '',
    subject: '',
    text: '',
    day: format.today(),
    time: format.time(clock.now()),
    minutes: '',
    visibility: 'team',
    links: [],
    followUpOn: null,
    followUpTitle: '',
  });
  const { value } = draft;
  const [files, setFiles] = useState<File[]>([]);
  const [refused, setRefused] = useState<RefusedFile[]>([]);
  const sendFiles = useSendFiles();
  const { send, isSending, error } = useSend(logActivity, {
    onDone: ({ activity }) => {
      draft.clear();
      notify({ title: words.saved });
      if (files.length === 0) return onClose();
      void sendFiles(activity.id, files).then(({ refused: failed }) => {
        if (failed.length === 0) onClose();
        else setRefused(failed);
      });
    },
  });
  const problems = useFieldProblems(
    error,
    recordProblems(value, words, messages.common.required, clock.now()),
  );
  const handleSubmit = () => {
    const input = inputOf(value, customer.id);
    if (!problems.check() || input === null) return;
    draft.keep();
    send(input, { idempotencyKey: draft.idempotencyKey });
  };
  const handleCancel = () => {
    if (!error) draft.clear();
    onClose();
  };
  if (refused.length > 0) return <RefusedFiles refused={refused} onClose={onClose} />;
  return (
    <View
      title={words.heading}
      onBack={onClose}
      foot={
        <ActionBar
          label={words.heading}
          isForm
          note={customer.name}
          problem={
            error && !isSending ? (
              <ErrorNote error={error} title={words.failed} keepsInput onRetry={handleSubmit} />
            ) : null
          }
          primary={{ id: 'submit-record', label: words.save, onPress: handleSubmit, isBusy: isSending }}
          secondary={[{ id: 'cancel-record', label: messages.common.cancel, onPress: handleCancel }]}
        />
      }
    >
      <FormBody label={words.heading} onSubmit={handleSubmit}>
        <RecordFieldsForm cockpit={cockpit} fields={value} problems={problems} onChange={draft.change} />
        <FileField files={files} onChange={setFiles} />
      </FormBody>
    </View>
  );
}

function inputOf(fields: RecordFields, customerId: string) {
  const occurredAt = berlinTimestamp(fields.day, fields.time);
  if (occurredAt === null) return null;
  return {
    customerId,
    contactId: fields.contactId === '' ? null : fields.contactId,
    touch: {
      kind: fields.kind,
      direction: fields.direction,
      subject: fields.subject.trim(),
      bodyText: fields.text,
      occurredAt,
      durationMinutes: minutesOf(fields.minutes),
    },
    visibility: fields.visibility,
    links: linksOf(fields.links),
    followUp:
      fields.followUpOn === null ? null : { title: fields.followUpTitle.trim(), dueOn: fields.followUpOn },
  };
}

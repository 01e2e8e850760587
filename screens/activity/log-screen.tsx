// Logging a mail: first the preview of what would be stored, then the form. What was changed survives until it is sent.
import { logActivity, previewMail, type MailPreview } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import { MailCheckmark20Regular } from '@fluentui/react-icons';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import type { CallError } from '../call.ts';
import { markedName } from '../ui/customer-marks.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { View } from '../ui/view.tsx';
import { useDraft } from '../use-draft.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { LogForm } from './log-form.tsx';
import { suggestedFields, toLogInput } from './log-fields.ts';

export type Logged = Reply<typeof logActivity>;
type LogScreenProps = {
  mail: Mail;
  cockpit: Cockpit;
  /** Logs it although it is on the never-log list, private or internal. */
  isException: boolean;
  onBack: () => void;
  onLogged: (logged: Logged) => void;
};

/** Waits for the preview; without it there is nothing to show, so a failure is explained with a retry. */
export function LogScreen(props: LogScreenProps) {
  const { mail, cockpit, onBack } = props;
  const messages = useMessages();
  const state = useReply(
    previewMail,
    { mail, customerId: cockpit.customer.id },
    { key: `${cockpit.customer.id}:${mail.messageId}`, freshMs: Infinity },
  );
  if (state.reply) return <LogDraft {...props} preview={state.reply} />;
  return (
    <View title={messages.activity.log.heading} onBack={onBack}>
      <Loaded state={state} waiting={<ViewSkeleton label={messages.common.loading} />}>
        {() => null}
      </Loaded>
    </View>
  );
}

function LogDraft(props: LogScreenProps & { preview: MailPreview }) {
  const { mail, cockpit, isException, preview, onBack, onLogged } = props;
  const messages = useMessages();
  const words = messages.activity.log;
  const customerId = cockpit.customer.id;
  const draft = useDraft(`log:${customerId}:${mail.messageId}`, suggestedFields(preview));
  const { send, isSending, error } = useSend(logActivity, {
    onDone: (logged) => {
      draft.clear();
      onLogged(logged);
    },
  });
  const handleSubmit = (isWanted = isException) => {
    draft.keep();
    const contactId = cockpit.contact?.id ?? null;
    send(toLogInput(draft.value, { mail, preview, customerId, contactId, isException: isWanted }), {
      idempotencyKey: draft.idempotencyKey,
    });
  };
  /** After a failed attempt the form stays kept: nobody knows yet whether the server acted. */
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
          note={words.note(markedName(cockpit.customer, messages))}
          problem={error && !isSending ? <LogFailed error={error} onLog={handleSubmit} /> : null}
          primary={{
            id: 'submit-log',
            label: isException ? messages.cockpit.actions.logAnyway : words.submit,
            icon: <MailCheckmark20Regular />,
            onPress: () => handleSubmit(),
            isBusy: isSending,
          }}
          secondary={[{ id: 'cancel-log', label: messages.common.cancel, onPress: handleCancel }]}
        />
      }
    >
      <LogForm cockpit={cockpit} preview={preview} fields={draft.value} onChange={draft.change} />
    </View>
  );
}

/** A mail that came onto the never-log list meanwhile asks once; everything else can be tried again. */
function LogFailed({ error, onLog }: { error: CallError; onLog: (isWanted?: boolean) => void }) {
  const messages = useMessages();
  const title = messages.activity.log.failed;
  if (error.code !== 'never_log') {
    return <ErrorNote error={error} title={title} keepsInput onRetry={() => onLog()} />;
  }
  const action = { label: messages.cockpit.actions.logAnyway, onPress: () => onLog(true) };
  return <ErrorNote error={error} action={action} />;
}

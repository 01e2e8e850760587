// A mail from someone we do not know: perhaps it is one of these, else a form filled from address and signature.
import { PersonQuestionMark20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { logActivity } from '#contract/activity.ts';
import { correctMatch, type SenderDraft } from '#contract/cockpit.ts';
import type { Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import type { Me } from '#contract/user.ts';
import { makeStyles } from '@fluentui/react-components';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PersonHead } from '../ui/person-head.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useDraft } from '../use-draft.ts';
import { useSend } from '../use-send.ts';
import { missingFields, suggestedSender, toCustomerInput, type SenderFields } from './sender-fields.ts';
import { SenderForm } from './sender-form.tsx';
import { SenderSuggestions } from './sender-suggestions.tsx';
import { useCreateAndLog } from './use-create-and-log.ts';

export type UnknownSenderProps = {
  mail: Mail;
  sender: SenderDraft;
  me: Me;
  /** The mail is on the never-log list: the customer is created without it. */
  isNeverLogged: boolean;
  onCreated: (customerId: string, logged: Reply<typeof logActivity> | null) => void;
  onAssigned: (customerId: string) => void;
  onCorrect: () => void;
};

export function UnknownSender(props: UnknownSenderProps) {
  const { mail, sender, onAssigned } = props;
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.customer;
  const assign = useSend(correctMatch, { onDone: (_, input) => onAssigned(input.customerId) });
  return (
    <div className={styles.screen}>
      <PersonHead
        name={words.unknown.title}
        icon={<PersonQuestionMark20Regular />}
        company={sender.email}
        detail={sender.isFreeMail ? words.unknown.freeMail : words.unknown.detail}
      />
      {assign.error && <ErrorNote error={assign.error} title={words.correct.failed} />}
      {sender.suggestions.length > 0 && (
        <SenderSuggestions
          suggestions={sender.suggestions}
          isBusy={assign.isSending}
          onAssign={(customerId) => assign.send({ address: mail.from.address, customerId })}
        />
      )}
      <NewCustomer {...props} />
    </div>
  );
}

function NewCustomer({ mail, sender, me, isNeverLogged, onCreated, onCorrect }: UnknownSenderProps) {
  const messages = useMessages();
  const words = messages.customer.form;
  const [logs, setLogs] = useState(!isNeverLogged);
  const draft = useDraft<SenderFields>(`customer:${mail.messageId}`, suggestedSender(sender, me));
  const work = useCreateAndLog({ mail, logs, onCreated: draft.clear, onDone: onCreated });
  const missing = missingFields(draft.value, sender);
  const problems = useFieldProblems(
    work.error,
    Object.fromEntries(missing.map((field) => [field, messages.common.required])),
  );
  const handleSubmit = () => {
    if (!problems.check()) return;
    if (!work.isCreated) draft.keep();
    work.start(toCustomerInput(draft.value, sender), draft.idempotencyKey);
  };
  return (
    <>
      <SenderForm
        sender={sender}
        mailText={mail.bodyText}
        fields={draft.value}
        onChange={draft.change}
        problemOf={problems.of}
        onSubmit={handleSubmit}
      />
      <ActionBar
        label={words.heading}
        isForm
        problem={
          work.error && !work.isBusy ? (
            <ErrorNote
              error={work.error}
              title={work.isCreated ? words.logFailed : words.failed}
              keepsInput
              onRetry={handleSubmit}
            />
          ) : null
        }
        primary={{
          id: 'create-customer',
          label: logs ? words.createAndLog : words.createOnly,
          onPress: handleSubmit,
          isBusy: work.isBusy,
        }}
        menu={[
          ...(isNeverLogged
            ? []
            : [
                {
                  id: 'create-only',
                  label: logs ? words.createOnly : words.createAndLog,
                  onPress: () => setLogs(!logs),
                },
              ]),
          { id: 'correct-menu', label: words.assignOther, onPress: onCorrect },
        ]}
      />
    </>
  );
}

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', minHeight: '100%' },
});

// The intake form, prefilled by rules that name the words they read. What was changed survives until it is sent.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { MailRead16Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import {
  complaintCategories,
  reportComplaint,
  severities,
  type Complaint,
  type ComplaintDraft,
} from '#contract/complaint.ts';
import type { Mail } from '#contract/mail.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { CheckRow } from '../ui/check-row.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { View } from '../ui/view.tsx';
import { useDraft, type Draft } from '../use-draft.ts';
import { useSend } from '../use-send.ts';
import { DeadlineBox } from './deadline-box.tsx';
import { FoundInText } from './found-in-text.tsx';
import { suggestedFields, toReportInput, type IntakeFields } from './intake-fields.ts';
import type { IntakeTarget } from './intake-screen.tsx';
import { OpenComplaints } from './open-complaints.tsx';
import { OrderField } from './order-field.tsx';
import { quotedList } from './quoted-list.ts';

type IntakeFormProps = {
  customer: IntakeTarget['customer'];
  mail: Mail | null;
  draft: ComplaintDraft;
  canConfirm: boolean;
  onBack: () => void;
  onCreated: (complaint: Complaint, confirms: boolean) => void;
  onOpenComplaint: (complaintId: string) => void;
};

const maxTitle = 300;

export function IntakeForm(props: IntakeFormProps) {
  const { customer, mail, draft: read, canConfirm, onBack, onCreated } = props;
  const messages = useMessages();
  const words = complaintWords(messages).intake;
  const draft = useDraft(
    `complaint:${customer.id}:${mail?.messageId ?? 'by-hand'}`,
    suggestedFields(read, canConfirm),
  );
  const { send, isSending, error } = useSend(reportComplaint, {
    onDone: ({ complaint }) => {
      draft.clear();
      onCreated(complaint, draft.value.confirms);
    },
  });
  const isComplete = draft.value.title.trim() !== '';
  const problems = useFieldProblems(error, isComplete ? {} : { title: messages.common.required });

  const handleSubmit = () => {
    if (!problems.check()) return;
    draft.keep();
    send(toReportInput(draft.value, { customerId: customer.id, mail }), {
      idempotencyKey: draft.idempotencyKey,
    });
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
          problem={
            error && !isSending ? (
              <ErrorNote error={error} title={words.failed} keepsInput onRetry={handleSubmit} />
            ) : null
          }
          primary={{ id: 'submit-complaint', label: words.submit, onPress: handleSubmit, isBusy: isSending }}
          secondary={[{ id: 'cancel-complaint', label: messages.common.cancel, onPress: handleCancel }]}
        />
      }
    >
      <FormBody label={words.heading} onSubmit={handleSubmit}>
        <Origin text={originOf(mail, read, messages)} />
        {mail !== null && <FoundInText draft={read} />}
        {read.openComplaints.length > 0 && (
          <OpenComplaints complaints={read.openComplaints} onOpen={props.onOpenComplaint} />
        )}
        <IntakeBody {...props} draftFields={draft} titleProblem={problems.of('title')} />
      </FormBody>
    </View>
  );
}

function originOf(mail: Mail | null, read: ComplaintDraft, messages: Messages): string {
  const words = complaintWords(messages).intake;
  if (mail === null) return words.withoutMail;
  return read.isComplaint ? words.prefilled : words.notRecognised;
}

function Origin({ text }: { text: string }) {
  const styles = useStyles();
  return (
    <p className={styles.origin}>
      <MailRead16Regular aria-hidden className={styles.originIcon} />
      {text}
    </p>
  );
}

type IntakeBodyProps = IntakeFormProps & {
  draftFields: Draft<IntakeFields>;
  titleProblem: string | undefined;
};

function IntakeBody({ draft: read, customer, mail, canConfirm, draftFields, titleProblem }: IntakeBodyProps) {
  const messages = useMessages();
  const words = complaintWords(messages).intake;
  const severityGroup = useRef<HTMLDivElement>(null);
  const { value, change } = draftFields;
  const because = (list: string[]) =>
    list.length === 0 ? undefined : words.recognisedBy(quotedList(list, messages));
  const isRead = value.category === read.category.value;
  return (
    <>
      <TextField
        label={words.title}
        isRequired
        value={value.title}
        maxLength={maxTitle}
        problem={titleProblem}
        onChange={(title) => change({ title })}
      />
      {mail === null && (
        <TextField
          label={words.description}
          rows={3}
          value={value.description}
          onChange={(description) => change({ description })}
        />
      )}
      <ChoiceField
        label={words.category}
        isRequired
        options={complaintCategories.map((each) => ({
          value: each,
          label: complaintWords(messages).categories[each],
        }))}
        value={value.category}
        onChange={(category) => change({ category })}
        hint={isRead ? because(read.category.because) : undefined}
      />
      <div ref={severityGroup}>
        <Labelled
          label={words.severity}
          isRequired
          hint={value.severity === read.severity.value ? because(read.severity.because) : undefined}
        >
          {(control) => (
            <ChoiceButtons
              label={words.severity}
              describedBy={control['aria-describedby']}
              columns={3}
              choices={severities.map((each) => ({
                value: each,
                label: complaintWords(messages).severities[each],
              }))}
              value={value.severity}
              onChange={(severity) => {
                if (severity !== null) change({ severity });
              }}
            />
          )}
        </Labelled>
      </div>
      <OrderField orders={read.orders} value={value.orderId} onChange={(orderId) => change({ orderId })} />
      <Labelled
        label={words.owner}
        isRequired
        hint={value.owner.id === read.owner.id ? (read.ownerTitle ?? undefined) : undefined}
      >
        <PersonPicker value={value.owner} onChange={(owner) => change({ owner })} />
      </Labelled>
      <DeadlineBox
        draft={read}
        severity={value.severity}
        rating={customer.rating}
        onChange={() => severityGroup.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus()}
      />
      {canConfirm && (
        <CheckRow
          label={words.confirm}
          aside={words.asDraft}
          isChecked={value.confirms}
          onChange={(confirms) => change({ confirms })}
        />
      )}
    </>
  );
}

const useStyles = makeStyles({
  origin: {
    ...typographyStyles.caption1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorNeutralForeground3,
  },
  originIcon: { flexShrink: 0 },
});

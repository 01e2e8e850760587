// The fields of "Kontakt erfassen": those of the entry, and a follow-up in the same step.
import type { Cockpit } from '#contract/cockpit.ts';
import { EntryFieldsForm } from '../activity/entry-fields-form.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { DateChoice } from '../ui/date-choice.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { RecordFields } from './record-fields.ts';

type RecordFieldsFormProps = {
  cockpit: Cockpit;
  fields: RecordFields;
  problems: { of: (field: string) => string | undefined };
  onChange: (part: Partial<RecordFields>) => void;
};

export function RecordFieldsForm({ cockpit, fields, problems, onChange }: RecordFieldsFormProps) {
  const messages = useMessages();
  const { record: words } = useWideMessages().customerPage;
  return (
    <>
      <EntryFieldsForm {...{ cockpit, fields, problems, onChange }} activity={null} />
      <Labelled label={words.followUp} hint={messages.common.optional}>
        {(control) => (
          <DateChoice
            label={words.followUp}
            describedBy={control['aria-describedby']}
            value={fields.followUpOn}
            onChange={(followUpOn) => onChange({ followUpOn })}
            isOptional
          />
        )}
      </Labelled>
      {fields.followUpOn !== null && (
        <TextField
          label={words.followUpTitle}
          isRequired
          maxLength={255}
          value={fields.followUpTitle}
          problem={problems.of('title')}
          onChange={(followUpTitle) => onChange({ followUpTitle })}
        />
      )}
    </>
  );
}

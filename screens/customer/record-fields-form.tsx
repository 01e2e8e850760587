// The fields of "Kontakt erfassen", in the order in which one tells of a call.
import { Dropdown, Input, makeStyles, Option, tokens } from '@fluentui/react-components';
import { directions, visibilities } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import { useAudience } from '../activity/use-audience.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { DateChoice } from '../ui/date-choice.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../use-format.ts';
import { byLastTouch } from './contact-order.ts';
import { recentDays, recordKinds, type RecordFields } from './record-fields.ts';

type RecordFieldsFormProps = {
  cockpit: Cockpit;
  fields: RecordFields;
  problems: { of: (field: string) => string | undefined };
  onChange: (part: Partial<RecordFields>) => void;
};

export function RecordFieldsForm({ cockpit, fields, problems, onChange }: RecordFieldsFormProps) {
  const messages = useMessages();
  const { record: words } = useWideMessages().customerPage;
  const audience = useAudience(cockpit.customer);
  const people = byLastTouch(cockpit).map((contact) => ({ value: contact.id, label: contact.name }));
  const hasDirection = fields.kind !== 'visit' && fields.kind !== 'meeting';
  return (
    <>
      <ChoiceButtons
        label={words.kind}
        columns={3}
        choices={recordKinds.map((kind) => ({ value: kind, label: messages.cockpit.activityKinds[kind] }))}
        value={fields.kind}
        onChange={(kind) => onChange({ kind: kind ?? fields.kind })}
      />
      {hasDirection && (
        <ChoiceButtons
          label={words.direction}
          columns={2}
          choices={[...directions].reverse().map((value) => ({ value, label: words.directions[value] }))}
          value={fields.direction}
          onChange={(direction) => onChange({ direction: direction ?? fields.direction })}
        />
      )}
      <ChoiceField
        label={words.contact}
        options={[...people, { value: '', label: words.noContact }]}
        value={fields.contactId}
        onChange={(contactId) => onChange({ contactId })}
      />
      <TextField
        label={words.subject}
        isRequired
        maxLength={500}
        value={fields.subject}
        problem={problems.of('subject')}
        onChange={(subject) => onChange({ subject })}
      />
      <TextField label={words.text} rows={5} value={fields.text} onChange={(text) => onChange({ text })} />
      <DocumentField cockpit={cockpit} fields={fields} onChange={onChange} />
      <When fields={fields} problems={problems} onChange={onChange} />
      <ChoiceField
        label={words.visibility}
        options={visibilities.map((value) => ({ value, label: audience.labels[value] }))}
        value={fields.visibility}
        onChange={(visibility) => onChange({ visibility })}
      />
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

/** The customer's latest documents; nothing where there are none. */
function DocumentField({ cockpit, fields, onChange }: Omit<RecordFieldsFormProps, 'problems'>) {
  const { cockpit: cockpitWords } = useMessages();
  const { record: words } = useWideMessages().customerPage;
  const { linkKinds } = cockpitWords;
  const all = [
    ...cockpit.complaints.map(({ id, number }) => ({
      value: `complaint:${id}`,
      label: `${linkKinds.complaint} ${number}`,
    })),
    ...cockpit.quotes.map(({ id, number }) => ({
      value: `quote:${id}`,
      label: `${linkKinds.quote} ${number}`,
    })),
    ...cockpit.orders.map(({ id, number }) => ({
      value: `order:${id}`,
      label: `${linkKinds.order} ${number}`,
    })),
    ...cockpit.projects.map(({ id, name }) => ({
      value: `project:${id}`,
      label: `${linkKinds.project} ${name}`,
    })),
  ];
  if (all.length === 0) return null;
  const chosen = all.filter(({ value }) => fields.links.includes(value));
  return (
    <Labelled label={words.links}>
      <Dropdown
        multiselect
        value={chosen.map(({ label }) => label).join(', ')}
        selectedOptions={fields.links}
        onOptionSelect={(_event, data) => onChange({ links: data.selectedOptions })}
      >
        {all.map(({ value, label }) => (
          <Option key={value} value={value} text={label}>
            {label}
          </Option>
        ))}
      </Dropdown>
    </Labelled>
  );
}

function When({ fields, problems, onChange }: Omit<RecordFieldsFormProps, 'cockpit'>) {
  const styles = useStyles();
  const format = useFormat();
  const { record: words } = useWideMessages().customerPage;
  const days = recentDays(format.today());
  const known = days.includes(fields.day) ? days : [...days, fields.day];
  return (
    <div className={styles.when}>
      <ChoiceField
        label={words.day}
        options={known.map((day) => ({ value: day, label: dayLabel(day, format) }))}
        value={fields.day}
        onChange={(day) => onChange({ day })}
      />
      <TextField
        label={words.time}
        value={fields.time}
        maxLength={5}
        problem={problems.of('occurredAt')}
        onChange={(time) => onChange({ time })}
      />
      <Labelled label={words.minutes} problem={problems.of('durationMinutes')}>
        <Input
          inputMode="numeric"
          value={fields.minutes}
          onChange={(_event, data) => onChange({ minutes: data.value })}
        />
      </Labelled>
    </div>
  );
}

function dayLabel(day: string, format: ReturnType<typeof useFormat>): string {
  const relative = format.relativeDay(day);
  return /\d/.test(relative) ? relative : `${relative}, ${format.shortDate(day)}`;
}

const useStyles = makeStyles({
  when: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
    '& .fui-Dropdown': { minWidth: 0 },
    '& .fui-Input': { minWidth: 0 },
  },
});

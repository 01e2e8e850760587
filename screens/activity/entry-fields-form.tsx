// The fields of an entry, in the order in which one tells of a call; only those that may be changed are shown.
import { Input, makeStyles, tokens } from '@fluentui/react-components';
import {
  activityFields,
  directions,
  visibilities,
  type Activity,
  type ActivityField,
} from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import { addDays } from '../calendar.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../use-format.ts';
import { documentsOf, peopleOf } from './entry-choices.ts';
import { EntryDocuments } from './entry-documents.tsx';
import type { EntryFields } from './entry-fields.ts';
import { useAudience } from './use-audience.ts';

/** What is written down by hand; quotes, orders and complaints make their entries themselves. */
const byHand = ['call', 'visit', 'meeting', 'chat', 'letter', 'email', 'fax', 'sms', 'web'] as const;

type EntryFieldsFormProps = {
  cockpit: Cockpit;
  /** Null: a new one, of these days. */
  activity: Activity | null;
  editable?: readonly ActivityField[];
  fields: EntryFields;
  problems: { of: (field: string) => string | undefined };
  onChange: (part: Partial<EntryFields>) => void;
};
type PartProps = Omit<EntryFieldsFormProps, 'editable'>;

export function EntryFieldsForm({ editable = activityFields, ...part }: EntryFieldsFormProps) {
  const { cockpit, activity, fields, onChange } = part;
  const { record: words } = useWideMessages().customerPage;
  const { linkKinds } = useMessages().cockpit;
  const may = (field: ActivityField) => editable.includes(field);
  return (
    <>
      <Kind {...part} may={may} />
      {may('contactId') && (
        <ChoiceField
          label={words.contact}
          options={[...peopleOf(cockpit, activity), { value: '', label: words.noContact }]}
          value={fields.contactId}
          onChange={(contactId) => onChange({ contactId })}
        />
      )}
      <Words {...part} may={may} />
      {may('links') && (
        <EntryDocuments
          customerId={cockpit.customer.id}
          recent={documentsOf(cockpit, activity, linkKinds)}
          links={fields.links}
          onChange={(links) => onChange({ links })}
        />
      )}
      {may('occurredAt') && <When {...part} />}
      {may('visibility') && <Visibility {...part} />}
    </>
  );
}

type MayProps = PartProps & { may: (field: ActivityField) => boolean };

function Kind({ fields, onChange, may }: MayProps) {
  const messages = useMessages();
  const { record: words } = useWideMessages().customerPage;
  const kinds = byHand.some((kind) => kind === fields.kind) ? byHand : [...byHand, fields.kind];
  const hasDirection = fields.kind !== 'visit' && fields.kind !== 'meeting';
  return (
    <>
      {may('kind') && (
        <ChoiceButtons
          label={words.kind}
          columns={3}
          choices={kinds.map((kind) => ({ value: kind, label: messages.cockpit.activityKinds[kind] }))}
          value={fields.kind}
          onChange={(kind) => onChange({ kind: kind ?? fields.kind })}
        />
      )}
      {may('direction') && hasDirection && (
        <ChoiceButtons
          label={words.direction}
          columns={2}
          choices={[...directions].reverse().map((value) => ({ value, label: words.directions[value] }))}
          value={fields.direction}
          onChange={(direction) => onChange({ direction: direction ?? fields.direction })}
        />
      )}
    </>
  );
}

function Words({ fields, problems, onChange, may }: MayProps) {
  const { record: words } = useWideMessages().customerPage;
  return (
    <>
      {may('subject') && (
        <TextField
          label={words.subject}
          isRequired
          maxLength={500}
          value={fields.subject}
          problem={problems.of('subject')}
          onChange={(subject) => onChange({ subject })}
        />
      )}
      {may('bodyText') && (
        <TextField label={words.text} rows={5} value={fields.text} onChange={(text) => onChange({ text })} />
      )}
    </>
  );
}

function Visibility({ cockpit, fields, onChange }: PartProps) {
  const { record: words } = useWideMessages().customerPage;
  const audience = useAudience(cockpit.customer);
  return (
    <ChoiceField
      label={words.visibility}
      options={visibilities.map((value) => ({ value, label: audience.labels[value] }))}
      value={fields.visibility}
      onChange={(visibility) => onChange({ visibility })}
    />
  );
}

function When(props: PartProps) {
  const { fields, problems, onChange } = props;
  const styles = useStyles();
  const { record: words } = useWideMessages().customerPage;
  return (
    <div className={styles.when}>
      {props.activity === null ? <RecentDay {...props} /> : <AnyDay {...props} />}
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

function RecentDay({ fields, onChange }: PartProps) {
  const format = useFormat();
  const { record: words } = useWideMessages().customerPage;
  const days = recentDays(format.today());
  const known = days.includes(fields.day) ? days : [...days, fields.day];
  return (
    <ChoiceField
      label={words.day}
      options={known.map((day) => ({ value: day, label: dayLabel(day, format) }))}
      value={fields.day}
      onChange={(day) => onChange({ day })}
    />
  );
}

function AnyDay({ fields, onChange }: PartProps) {
  const format = useFormat();
  const { record: words } = useWideMessages().customerPage;
  return (
    <Labelled label={words.day}>
      <Input
        type="date"
        max={format.today()}
        value={fields.day}
        onChange={(_event, data) => onChange({ day: data.value })}
      />
    </Labelled>
  );
}

/** The days one may choose at a press: today and the four before it. */
function recentDays(today: string): string[] {
  return [0, -1, -2, -3, -4].map((days) => addDays(today, days));
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

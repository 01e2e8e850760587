// The fields of a visit report, in the order in which one tells of a visit; large enough for a thumb on a phone.
import { Field, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense, useId } from 'react';
import { visibilities } from '#contract/activity.ts';
import type { Reply } from '#contract/endpoint.ts';
import { visitResults, type getVisitReport } from '#contract/visit-report.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ReportFields } from './report-fields.ts';
import { ComplaintFields, FollowUpsFields, PricesFields } from './report-extras.tsx';
import { GroupsFields, QuestionsFields } from './report-choices.tsx';

const DayPicker = lazy(() =>
  import('../ui/day-picker.tsx').then((module) => ({ default: module.DayPicker })),
);

export type ReportFormParts = {
  form: Reply<typeof getVisitReport>;
  fields: ReportFields;
  problems: { of: (field: string) => string | undefined };
  onChange: (part: Partial<ReportFields>) => void;
};

type ReportFormProps = ReportFormParts & {
  /** Follow-ups and a complaint come with the first report only. */
  isNew: boolean;
};

export function ReportForm({ isNew, ...parts }: ReportFormProps) {
  const styles = useStyles();
  const { form, fields, onChange } = parts;
  const { report: words, results } = useVisitMessages();
  return (
    <div className={styles.form}>
      <ChoiceButtons
        label={words.result}
        columns={2}
        choices={visitResults.map((value) => ({ value, label: results[value] }))}
        value={fields.result}
        onChange={(result) => onChange({ result: result ?? fields.result })}
      />
      <TextField
        label={words.summary}
        rows={4}
        value={fields.summary}
        onChange={(summary) => onChange({ summary })}
      />
      <TextField
        label={words.agreements}
        rows={2}
        value={fields.agreements}
        onChange={(agreements) => onChange({ agreements })}
      />
      <NextDate {...parts} />
      <PeopleMet {...parts} />
      {form.visit.kind === 'first_contact' && <FirstContactFields {...parts} />}
      <GroupsFields {...parts} />
      <QuestionsFields {...parts} />
      <PricesFields {...parts} />
      {isNew && <FollowUpsFields {...parts} />}
      {isNew && <ComplaintFields {...parts} />}
      <ChoiceField
        label={words.visibility}
        options={visibilities.map((value) => ({ value, label: words.visibilities[value] }))}
        value={fields.visibility}
        onChange={(visibility) => onChange({ visibility })}
      />
    </div>
  );
}

function NextDate({ fields, onChange }: ReportFormParts) {
  const words = useVisitMessages().report;
  const id = useId();
  return (
    <Field label={{ children: words.next, htmlFor: id }}>
      <Suspense fallback={null}>
        <DayPicker
          id={id}
          value={fields.nextVisitOn}
          isOpen={false}
          onChange={(nextVisitOn) => onChange({ nextVisitOn })}
        />
      </Suspense>
    </Field>
  );
}

function PeopleMet({ form, fields, onChange }: ReportFormParts) {
  const styles = useStyles();
  const { report: words, plan } = useVisitMessages();
  const { contactIds } = fields;
  return (
    <div role="group" aria-label={words.people}>
      <span className={styles.label}>{words.people}</span>
      {form.contacts.length === 0 && <p className={styles.quiet}>{plan.noPeople}</p>}
      {form.contacts.map((contact) => (
        <CheckRow
          key={contact.id}
          label={contact.name}
          isChecked={contactIds.includes(contact.id)}
          onChange={(isChecked) =>
            onChange({
              contactIds: isChecked
                ? [...contactIds, contact.id]
                : contactIds.filter((id) => id !== contact.id),
            })
          }
        />
      ))}
    </div>
  );
}

function FirstContactFields({ fields, problems, onChange }: ReportFormParts) {
  const words = useVisitMessages().report;
  return (
    <>
      <TextField
        label={words.presented}
        rows={2}
        value={fields.presented}
        onChange={(presented) => onChange({ presented })}
      />
      <TextField
        label={words.potential}
        value={fields.potential}
        problem={problems.of('potential')}
        onChange={(potential) => onChange({ potential })}
      />
    </>
  );
}

const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    [phone]: {
      '& .fui-Button': { minHeight: '44px' },
      '& .fui-Input': { minHeight: '44px' },
      '& .fui-Dropdown': { minHeight: '44px' },
      '& .fui-Checkbox': { minHeight: '44px' },
    },
  },
  label: { ...typographyStyles.body1 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

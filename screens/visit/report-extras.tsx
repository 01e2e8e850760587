// What comes with a report: prices heard, follow-ups, a complaint.
import { Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { complaintCategories, severities } from '#contract/complaint.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { DateChoice } from '../ui/date-choice.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ReportFormParts } from './report-form.tsx';

const newKey = () => crypto.randomUUID();

export function PricesFields({ fields, problems, onChange }: ReportFormParts) {
  const styles = useStyles();
  const words = useVisitMessages().report;
  const { prices } = fields;
  const change = (key: string, part: object) =>
    onChange({ prices: prices.map((price) => (price.key === key ? { ...price, ...part } : price)) });
  return (
    <div role="group" aria-label={words.prices} className={styles.group}>
      <span className={styles.label}>{words.prices}</span>
      {prices.map((price, index) => (
        <div key={price.key} className={styles.block}>
          <TextField
            label={words.product}
            isRequired
            maxLength={300}
            value={price.text}
            problem={problems.of(`text ${price.key}`)}
            onChange={(text) => change(price.key, { text })}
          />
          <TextField
            label={words.competitor}
            maxLength={200}
            value={price.competitor}
            onChange={(competitor) => change(price.key, { competitor })}
          />
          <div className={styles.pair}>
            <TextField
              label={words.price}
              isRequired
              value={price.price}
              problem={problems.of(`price ${price.key}`)}
              onChange={(text) => change(price.key, { price: text })}
            />
            <TextField
              label={words.unit}
              maxLength={30}
              value={price.unit}
              onChange={(unit) => change(price.key, { unit })}
            />
          </div>
          <RemoveButton
            label={words.removePrice(String(index + 1))}
            onPress={() => onChange({ prices: prices.filter((one) => one.key !== price.key) })}
          />
        </div>
      ))}
      <AddButton
        label={words.addPrice}
        onPress={() =>
          onChange({
            prices: [
              ...prices,
              { key: newKey(), text: '', competitor: '', price: '', unit: words.defaultUnit },
            ],
          })
        }
      />
    </div>
  );
}

export function FollowUpsFields({ fields, problems, onChange }: ReportFormParts) {
  const styles = useStyles();
  const words = useVisitMessages().report;
  const { followUps } = fields;
  const change = (key: string, part: object) =>
    onChange({ followUps: followUps.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <div role="group" aria-label={words.followUps} className={styles.group}>
      <span className={styles.label}>{words.followUps}</span>
      {followUps.map((followUp, index) => (
        <div key={followUp.key} className={styles.block}>
          <TextField
            label={words.what}
            isRequired
            maxLength={255}
            value={followUp.title}
            problem={problems.of(`title ${followUp.key}`)}
            onChange={(title) => change(followUp.key, { title })}
          />
          <Labelled label={words.when} problem={problems.of(`due ${followUp.key}`)}>
            {(control) => (
              <DateChoice
                label={words.when}
                describedBy={control['aria-describedby']}
                value={followUp.dueOn}
                onChange={(dueOn) => change(followUp.key, { dueOn })}
              />
            )}
          </Labelled>
          <RemoveButton
            label={words.removeFollowUp(String(index + 1))}
            onPress={() => onChange({ followUps: followUps.filter((one) => one.key !== followUp.key) })}
          />
        </div>
      ))}
      <AddButton
        label={words.addFollowUp}
        onPress={() => onChange({ followUps: [...followUps, { key: newKey(), title: '', dueOn: null }] })}
      />
    </div>
  );
}

export function ComplaintFields({ fields, problems, onChange }: ReportFormParts) {
  const styles = useStyles();
  const words = useVisitMessages().report;
  const complaint = complaintWords(useMessages());
  return (
    <div className={styles.group}>
      <Checkbox
        checked={fields.hasComplaint}
        label={words.complaint}
        onChange={(_event, data) => onChange({ hasComplaint: data.checked === true })}
      />
      {fields.hasComplaint && (
        <div className={styles.block}>
          <TextField
            label={words.complaintTitle}
            isRequired
            maxLength={300}
            value={fields.complaintTitle}
            problem={problems.of('complaintTitle')}
            onChange={(complaintTitle) => onChange({ complaintTitle })}
          />
          <ChoiceField
            label={words.category}
            options={complaintCategories.map((value) => ({ value, label: complaint.categories[value] }))}
            value={fields.category ?? 'other'}
            onChange={(category) => onChange({ category })}
          />
          <ChoiceButtons
            label={words.severity}
            columns={3}
            choices={severities.map((value) => ({ value, label: complaint.severities[value] }))}
            value={fields.severity ?? 'medium'}
            onChange={(severity) => onChange({ severity: severity ?? 'medium' })}
          />
          <TextField
            label={words.complaintText}
            rows={3}
            value={fields.complaintText}
            onChange={(complaintText) => onChange({ complaintText })}
          />
        </div>
      )}
    </div>
  );
}

function AddButton({ label, onPress }: { label: string; onPress: () => void }) {
  const styles = useStyles();
  return (
    <Button icon={<Add16Regular />} className={styles.add} onClick={onPress}>
      {label}
    </Button>
  );
}

function RemoveButton({ label, onPress }: { label: string; onPress: () => void }) {
  const styles = useStyles();
  return (
    <Button
      appearance="subtle"
      icon={<Dismiss16Regular />}
      aria-label={label}
      className={styles.remove}
      onClick={onPress}
    />
  );
}

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  label: { ...typographyStyles.body1 },
  block: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    '& .fui-Input': { minWidth: 0 },
  },
  add: { alignSelf: 'flex-start' },
  remove: { position: 'absolute', top: 0, insetInlineEnd: 0 },
});

// The free rule of a class: conditions over figures and the company's own attributes, all of them or any of them.
import { Button, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Add16Regular, Delete20Regular } from '@fluentui/react-icons';
import type { Attribute } from '#contract/attribute.ts';
import type { RatingCondition } from '#contract/rating-scale.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { conditionFields, fieldOf, type ConditionField } from './condition-fields.ts';
import { useFrame } from '../use-frame.ts';
import type { StepDraft } from './rating-draft.ts';

type StepEditorProps = {
  step: StepDraft;
  attributes: readonly Attribute[];
  onStep: (step: StepDraft) => void;
};

export function StepEditor({ step, attributes, onStep }: StepEditorProps) {
  const styles = useStyles();
  const { steps: words } = useRatingMessages();
  const { language } = useFrame();
  const names = useMessages().cockpit.rating.fields;
  const fields = conditionFields(attributes, names, language);
  const put = (conditions: RatingCondition[]) => onStep({ ...step, conditions });
  return (
    <div className={styles.step} role="group" aria-label={words.match(step.class)}>
      <ChoiceField
        label={words.title(step.class)}
        value={step.match}
        options={(['all', 'any'] as const).map((value) => ({ value, label: words[value] }))}
        onChange={(match) => onStep({ ...step, match })}
      />
      {step.conditions.length === 0 && <p className={styles.none}>{words.none}</p>}
      {step.conditions.map((condition, at) => (
        <ConditionRow
          key={at}
          condition={condition}
          fields={fields}
          onCondition={(next) => put(step.conditions.map((one, index) => (index === at ? next : one)))}
          onRemove={() => put(step.conditions.filter((_, index) => index !== at))}
        />
      ))}
      <Button
        size="small"
        icon={<Add16Regular />}
        className={styles.add}
        onClick={() => put([...step.conditions, (fields[0] as ConditionField).begin])} // the figures are always there
      >
        {words.add}
      </Button>
    </div>
  );
}

type ConditionRowProps = {
  condition: RatingCondition;
  fields: readonly ConditionField[];
  onCondition: (condition: RatingCondition) => void;
  onRemove: () => void;
};

function ConditionRow({ condition, fields, onCondition, onRemove }: ConditionRowProps) {
  const styles = useStyles();
  const { steps: words } = useRatingMessages();
  const field = fieldOf(condition, fields);
  return (
    <div className={styles.condition}>
      <ChoiceField
        label={words.field}
        value={field?.id ?? ''}
        options={fields.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onCondition(fields.find((one) => one.id === id)?.begin ?? condition)}
      />
      <ChoiceField
        label={words.operator}
        value={condition.operator}
        options={(field?.operators ?? []).map((value) => ({ value, label: words.operators[value] }))}
        onChange={(operator) => onCondition({ ...condition, operator })}
      />
      <ValueField condition={condition} field={field} onCondition={onCondition} />
      <Button
        appearance="subtle"
        icon={<Delete20Regular />}
        aria-label={words.remove}
        className={styles.remove}
        onClick={onRemove}
      />
    </div>
  );
}

type ValueFieldProps = Pick<ConditionRowProps, 'condition' | 'onCondition'> & {
  field: ConditionField | undefined;
};

function ValueField({ condition, field, onCondition }: ValueFieldProps) {
  const { steps: words } = useRatingMessages();
  if (field?.choices !== undefined) {
    return (
      <ChoiceField
        label={words.value}
        value={String(condition.value)}
        options={field.choices}
        onChange={(value) => onCondition({ ...condition, ...field.choose(value) })}
      />
    );
  }
  return (
    <Labelled label={words.value}>
      <Input
        value={field?.show(condition.value) ?? String(condition.value)}
        maxLength={200}
        onChange={(_, data) => onCondition({ ...condition, value: field?.read(data.value) ?? data.value })}
      />
    </Labelled>
  );
}

const useStyles = makeStyles({
  step: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    '& .fui-Dropdown, & .fui-Input': { minWidth: 0, width: '100%' },
  },
  condition: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 32px',
    gridTemplateAreas: '"field field field" "operator value remove"',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'end',
    '& > :first-child': { gridArea: 'field' },
  },
  remove: { minWidth: '32px' },
  add: { alignSelf: 'flex-start' },
  none: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

// One condition: field, comparison, value, and a way to take it out again.
import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ListField } from '#contract/list.ts';
import type { ListCondition, ListOperator } from '#contract/list-filter.ts';
import { useListMessages, type ListMessages } from '../messages/list-messages.ts';
import { useFrame } from '../use-frame.ts';
import type { FieldGroup, Fields } from './fields.ts';
import { isComplete, operatorsFor, withField, withOperator, withValue } from './filter-edit.ts';
import { ValueField } from './value-field.tsx';

type ConditionRowProps = {
  name: string;
  fields: Fields;
  groups: readonly FieldGroup[];
  condition: ListCondition;
  onChange: (condition: ListCondition) => void;
  onRemove: () => void;
};

export function ConditionRow({ name, fields, groups, condition, onChange, onRemove }: ConditionRowProps) {
  const styles = useStyles();
  const { list } = useListMessages();
  const words = list.filter;
  const field = fields.get(condition.field);
  return (
    <div role="group" aria-label={name} className={styles.row}>
      <FieldChoice {...{ groups, fields, condition, onChange }} />
      {field && (
        <Field label={words.operator} className={styles.operator}>
          <Select
            value={condition.operator}
            onChange={(_event, data) => {
              const operator = operatorsFor(field).find((one) => one === data.value);
              if (operator) onChange(withOperator(condition, operator));
            }}
          >
            {operatorsFor(field).map((operator) => (
              <option key={operator} value={operator}>
                {operatorWord(list, field, operator)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {field && (
        <div className={styles.value}>
          <ValueField
            field={field}
            condition={condition}
            onChange={(value) => onChange(withValue(condition, value))}
          />
        </div>
      )}
      <Button
        appearance="subtle"
        className={styles.remove}
        icon={<DismissRegular />}
        aria-label={`${name}: ${words.remove}`}
        onClick={onRemove}
      />
      {!isComplete(condition, fields) && <p className={styles.note}>{words.incomplete}</p>}
    </div>
  );
}

function operatorWord(words: ListMessages['list'], field: ListField, operator: ListOperator): string {
  const isDate = field.type === 'date' || field.type === 'moment';
  return (isDate ? words.dateOperators[operator] : undefined) ?? words.operators[operator];
}

type FieldChoiceProps = Pick<ConditionRowProps, 'groups' | 'fields' | 'condition' | 'onChange'>;

function FieldChoice({ groups, fields, condition, onChange }: FieldChoiceProps) {
  const styles = useStyles();
  const { language } = useFrame();
  const words = useListMessages().list.filter;
  return (
    <Field label={words.field} className={styles.field}>
      <Select
        value={condition.field}
        onChange={(_event, data) => {
          const chosen = fields.get(data.value);
          if (chosen) onChange(withField(condition, chosen));
        }}
      >
        {condition.field === '' && <option value="">{words.chooseField}</option>}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.fields.map((field) => (
              <option key={field.name} value={field.name}>
                {field.label[language]}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}

const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, 1.2fr) minmax(140px, 1fr) minmax(140px, 1.4fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'end',
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr) auto', rowGap: tokens.spacingVerticalXS },
  },
  // As narrow as its place, however long the longest field is called.
  field: { gridColumn: '1', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  operator: { minWidth: 0, [phone]: { gridColumn: '1' } },
  value: { minWidth: 0, [phone]: { gridColumn: '1' } },
  remove: { gridColumn: '-2', gridRow: '1' },
  note: {
    ...typographyStyles.caption1,
    gridColumn: '1 / -1',
    margin: 0,
    color: tokens.colorNeutralForeground3,
  },
});

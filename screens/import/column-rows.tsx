// Every column of the file with a few of its values, the field it goes to, and who wins where people have edited.
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { importRules, type ImportMapping, type ImportRule } from '#contract/import-map.ts';
import { type ImportField } from '#contract/import.ts';
import { type ImportPreview } from '#contract/import-preview.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { useFrame } from '../use-frame.ts';
import { fieldLabel } from './run-words.ts';

type ColumnRowsProps = {
  columns: ImportPreview['columns'];
  fields: readonly ImportField[];
  defaultRule: ImportRule;
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
};

export function ColumnRows({ columns, fields, defaultRule, mapping, onChange }: ColumnRowsProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const fieldOf = (column: string) =>
    Object.entries(mapping.columns).find(([, place]) => place.column === column)?.[0] ?? '';
  const choose = (column: string, field: string) => {
    const kept = Object.entries(mapping.columns).filter(
      ([name, place]) => place.column !== column && name !== field,
    );
    const chosen = field === '' ? [] : [[field, { column }] as const];
    onChange({ ...mapping, columns: Object.fromEntries([...kept, ...chosen]) });
  };
  const rule = (field: string, value: ImportRule) => {
    const place = mapping.columns[field];
    if (place === undefined) return;
    onChange({ ...mapping, columns: { ...mapping.columns, [field]: { ...place, rule: value } } });
  };
  return (
    <ul className={styles.list}>
      {columns.map(({ name, samples }) => {
        const field = fieldOf(name);
        return (
          <li key={name} className={styles.row}>
            <span className={styles.column}>
              <strong>{name}</strong>
              {samples.length > 0 && (
                <span className={styles.samples}>{words.map.samples(samples.join(' · '))}</span>
              )}
            </span>
            <FieldSelect
              column={name}
              field={field}
              fields={fields}
              onChange={(next) => choose(name, next)}
            />
            {field !== '' && (
              <Select
                size="small"
                aria-label={words.map.ruleOf(name)}
                value={mapping.columns[field]?.rule ?? defaultRule}
                // The options are those of importRules.
                onChange={(_, data) => rule(field, data.value as ImportRule)}
              >
                {importRules.map((one) => (
                  <option key={one} value={one}>
                    {words.map.rules[one]}
                  </option>
                ))}
              </Select>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type FieldSelectProps = {
  column: string;
  field: string;
  fields: readonly ImportField[];
  onChange: (field: string) => void;
};

function FieldSelect({ column, field, fields, onChange }: FieldSelectProps) {
  const words = useImportMessages();
  const { language } = useFrame();
  return (
    <Select
      size="small"
      aria-label={words.map.fieldOf(column)}
      value={field}
      onChange={(_, data) => onChange(data.value)}
    >
      <option value="">{words.map.ignore}</option>
      {fields.map((one) => (
        <option key={one.name} value={one.name}>
          {fieldLabel(one, words, language)}
          {one.isRequired ? ' *' : ''}
        </option>
      ))}
    </Select>
  );
}

const phone = '@media (max-width: 719px)';
/** Beside the list of settings two choices in a row, below the column's name. */
const middle = '@media (min-width: 720px) and (max-width: 1079px)';
const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    [middle]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      '& > :first-child': { gridColumn: '1 / -1' },
    },
  },
  column: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  samples: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

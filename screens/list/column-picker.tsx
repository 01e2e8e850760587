// Which fields are columns, and in which order.
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useListMessages } from '../messages/list-messages.ts';
import { labelOf, type FieldGroup, type Fields, type ListWords } from './fields.ts';

type ColumnPickerProps = {
  fields: Fields;
  groups: readonly FieldGroup[];
  columns: readonly string[];
  words: ListWords;
  onChange: (columns: string[]) => void;
};

const mostColumns = 40;

export function ColumnPicker({ fields, groups, columns, words, onChange }: ColumnPickerProps) {
  const styles = useStyles();
  const { columns: text } = useListMessages().list;
  const [asked, setAsked] = useState('');
  const fits = (label: string) => label.toLowerCase().includes(asked.trim().toLowerCase());
  const remove = (name: string) => onChange(columns.filter((one) => one !== name));
  const move = (at: number, step: number) => {
    const next = [...columns];
    next.splice(at + step, 0, ...next.splice(at, 1));
    onChange(next);
  };
  return (
    <div className={styles.picker}>
      <section aria-label={text.shown}>
        <h3 className={styles.title}>{text.shown}</h3>
        <ul className={styles.list}>
          {columns.map((name, at) => {
            const field = fields.get(name);
            const label = field === undefined ? name : labelOf(field, words);
            return (
              <li key={name} className={styles.row}>
                <Checkbox
                  className={styles.box}
                  label={label}
                  checked
                  disabled={columns.length === 1}
                  onChange={() => remove(name)}
                />
                <Mover label={text.up(label)} isUp isDisabled={at === 0} onPress={() => move(at, -1)} />
                <Mover
                  label={text.down(label)}
                  isDisabled={at === columns.length - 1}
                  onPress={() => move(at, 1)}
                />
              </li>
            );
          })}
        </ul>
      </section>
      <section aria-label={text.add}>
        <h3 className={styles.title}>{text.add}</h3>
        <Field label={text.search}>
          <Input value={asked} onChange={(_, data) => setAsked(data.value)} />
        </Field>
        {groups.map((group) => {
          const rest = group.fields.filter((one) => !columns.includes(one.name) && fits(labelOf(one, words)));
          return rest.length === 0 ? null : (
            <fieldset key={group.label} className={styles.group}>
              <legend className={styles.legend}>{group.label}</legend>
              {rest.map((field) => (
                <Checkbox
                  key={field.name}
                  label={field.label[words.language]}
                  checked={false}
                  disabled={columns.length >= mostColumns}
                  onChange={() => onChange([...columns, field.name])}
                />
              ))}
            </fieldset>
          );
        })}
      </section>
    </div>
  );
}

type MoverProps = { label: string; isUp?: boolean; isDisabled: boolean; onPress: () => void };

function Mover({ label, isUp = false, isDisabled, onPress }: MoverProps) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={isUp ? <ArrowUpRegular /> : <ArrowDownRegular />}
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
    />
  );
}

const useStyles = makeStyles({
  picker: {
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 360px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXXL,
    '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  title: { ...typographyStyles.caption1Strong, margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', alignItems: 'center' },
  box: { flexGrow: 1, minWidth: 0 },
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    padding: 0,
    paddingTop: tokens.spacingVerticalS,
    border: 'none',
    '@media (max-width: 599px)': { flexDirection: 'column' },
  },
  legend: { ...typographyStyles.caption1, padding: 0, color: tokens.colorNeutralForeground3 },
});

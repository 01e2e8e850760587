// How the file is read: what was found and by which value, and what somebody has to say.
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import {
  importDateOrders,
  importDelimiters,
  importEncodings,
  type ImportMapping,
} from '#contract/import-map.ts';
import { type Assumption, type ImportPreview } from '#contract/import-preview.ts';
import { useImportMessages, type ImportMessages } from '../messages/import-messages.ts';
import { Labelled } from '../ui/labelled.tsx';
import { Section } from '../ui/section.tsx';

type AssumptionsProps = {
  preview: ImportPreview;
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
};

export function Assumptions({ preview, mapping, onChange }: AssumptionsProps) {
  const styles = useStyles();
  const words = useImportMessages();
  return (
    <Section title={words.map.assumed}>
      <div className={styles.fields}>
        {preview.assumptions.map((one) => (
          <AssumptionField
            key={one.about}
            assumption={one}
            sheets={preview.sheets}
            chosen={mapping[one.about]}
            onChange={(value) => onChange(withChoice(mapping, one.about, value))}
          />
        ))}
      </div>
    </Section>
  );
}

/** An empty choice lets it be found again. */
function withChoice(mapping: ImportMapping, about: Assumption['about'], value: string): ImportMapping {
  const { [about]: _dropped, ...rest } = mapping;
  return value === '' ? rest : ({ ...rest, [about]: value } as ImportMapping); // one of that field's options
}

type AssumptionFieldProps = {
  assumption: Assumption;
  sheets: readonly string[];
  chosen: string | undefined;
  onChange: (value: string) => void;
};

function AssumptionField({ assumption, sheets, chosen, onChange }: AssumptionFieldProps) {
  const words = useImportMessages();
  const { about, from, example, column } = assumption;
  const options = optionsOf(about, sheets);
  const found =
    assumption.value === null ? words.map.ask : (words.map.values[assumption.value] ?? assumption.value);
  return (
    <Labelled
      label={words.map.about[about]}
      hint={hintOf(assumption, words)}
      problem={from === 'open' ? words.map.open(example, column) : undefined}
    >
      <Select value={chosen ?? ''} onChange={(_, data) => onChange(data.value)}>
        <option value="">{from === 'not_needed' ? words.map.notNeeded : found}</option>
        {options.map((value) => (
          <option key={value} value={value}>
            {words.map.values[value] ?? value}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}

function hintOf({ from, example, column }: Assumption, words: ImportMessages): string | undefined {
  if (from !== 'found') return undefined;
  return example === '' ? words.map.found : words.map.foundBy(example, column);
}

function optionsOf(about: Assumption['about'], sheets: readonly string[]): readonly string[] {
  if (about === 'encoding') return importEncodings;
  if (about === 'delimiter') return importDelimiters;
  if (about === 'dateOrder') return importDateOrders;
  return about === 'decimal' ? [',', '.'] : sheets;
}

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
  },
});

// The period and what the figures are narrowed to; people only where one may see figures of single persons.
import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { customerLetters, getComplaintAnalysisSettings } from '#contract/complaint-analysis.ts';
import { useAnalysisMessages } from '../messages/complaint-analysis-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { daysOf, periods, type Period, type ViewState } from './view-state.ts';
import { ExportAnalysis } from './export-analysis.tsx';

type AnalysisFiltersProps = {
  view: ViewState;
  days: { from: string; to: string } | null;
  onChange: (change: Partial<ViewState>) => void;
};

export function AnalysisFilters({ view, days, onChange }: AnalysisFiltersProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  const { filters } = view;
  const isFiltered = Object.keys(filters).length > 0;
  const handlePeriod = (period: Period | null) => {
    if (period === null) return;
    const before = daysOf(view, format.today());
    onChange(period === 'own' && before !== null ? { period, ...before } : { period });
  };
  return (
    <section aria-label={words.filter} className={styles.filters}>
      <ChoiceButtons<Period>
        label={words.period}
        columns="row"
        choices={periods.map((period) => ({ value: period, label: words.periods[period] }))}
        value={view.period}
        onChange={handlePeriod}
      />
      {view.period === 'own' && <OwnPeriod view={view} isGood={days !== null} onChange={onChange} />}
      <FilterFields filters={filters} onChange={(next) => onChange({ filters: next })} />
      <div className={styles.row}>
        {isFiltered && <Button onClick={() => onChange({ filters: {} })}>{words.reset}</Button>}
        {days !== null && <ExportAnalysis asked={{ ...days, ...filters }} />}
      </div>
    </section>
  );
}

type OwnPeriodProps = { view: ViewState; isGood: boolean; onChange: AnalysisFiltersProps['onChange'] };

function OwnPeriod({ view, isGood, onChange }: OwnPeriodProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const problem = isGood || view.from === '' || view.to === '' ? undefined : words.badPeriod;
  return (
    <div className={styles.row}>
      <Labelled label={words.from}>
        <Input type="date" value={view.from} onChange={(_, data) => onChange({ from: data.value })} />
      </Labelled>
      <Labelled label={words.to} problem={problem}>
        <Input type="date" value={view.to} onChange={(_, data) => onChange({ to: data.value })} />
      </Labelled>
    </div>
  );
}

type FilterFieldsProps = {
  filters: ViewState['filters'];
  onChange: (filters: ViewState['filters']) => void;
};

const every = 'every';
const letters = [...customerLetters, 'none'] as const;

function FilterFields({ filters, onChange }: FilterFieldsProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const settings = useReply(getComplaintAnalysisSettings, {}, { freshMs: 5 * 60_000 }).reply;
  const optionsOf = (named: readonly { id: string; name: string }[], without?: string) => [
    { value: every, label: words.every },
    ...named.map(({ id, name }) => ({ value: id, label: name })),
    ...(without === undefined ? [] : [{ value: 'none', label: without }]),
  ];
  const change = (name: keyof typeof filters, value: string) => {
    const rest = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
    onChange(value === every ? rest : { ...rest, [name]: value });
  };
  if (settings === null) return null;
  const classes = customerLetters.map((letter) => ({ id: letter, name: words.letter(letter) }));
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={words.dimensions.product_group}
        options={optionsOf(settings.productGroups, words.without.product_group)}
        value={filters.productGroupId ?? every}
        onChange={(value) => change('productGroupId', value)}
      />
      <ChoiceField
        label={words.dimensions.class}
        options={optionsOf(classes, words.without.class)}
        value={letters.find((letter) => letter === filters.letter) ?? every}
        onChange={(value) => change('letter', value)}
      />
      {settings.locations.length > 0 && (
        <ChoiceField
          label={words.dimensions.location}
          options={optionsOf(settings.locations, words.without.location)}
          value={filters.locationId ?? every}
          onChange={(value) => change('locationId', value)}
        />
      )}
      <ChoiceField
        label={words.dimensions.owner}
        options={optionsOf(settings.owners)}
        value={filters.ownerId ?? every}
        onChange={(value) => change('ownerId', value)}
      />
    </div>
  );
}

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(180px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    maxWidth: '880px',
    '& .fui-Dropdown': { minWidth: 0 },
  },
});

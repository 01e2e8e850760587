// What of the due list is shown: whose customers, which territory, where, how urgent.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Territory } from '#contract/user.ts';
import { dueStates, type DueState } from '#contract/visit.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';

export interface DueChoice {
  whose: 'mine' | 'all';
  /** '' is everywhere. */
  territoryId: string;
  postcode: string;
  state: DueState | '';
}

type DueFilterProps = {
  choice: DueChoice;
  territories: Territory[];
  onChange: (part: Partial<DueChoice>) => void;
};

export function DueFilter({ choice, territories, onChange }: DueFilterProps) {
  const styles = useStyles();
  const { due, states } = useVisitMessages();
  const words = due.filter;
  return (
    <div role="group" aria-label={words.label} className={styles.filter}>
      <ChoiceButtons
        label={words.whose}
        columns={2}
        choices={[
          { value: 'mine', label: words.mine },
          { value: 'all', label: words.all },
        ]}
        value={choice.whose}
        onChange={(whose) => onChange({ whose: whose ?? 'mine' })}
      />
      <div className={styles.fields}>
        <ChoiceField<DueChoice['state']>
          label={words.state}
          options={[
            { value: '', label: words.anyState },
            ...dueStates.map((state) => ({ value: state, label: states[state] })),
          ]}
          value={choice.state}
          onChange={(state) => onChange({ state })}
        />
        <TextField
          label={words.postcode}
          maxLength={5}
          value={choice.postcode}
          onChange={(postcode) => onChange({ postcode: postcode.replace(/\D/g, '') })}
        />
        {territories.length > 1 && (
          <ChoiceField
            label={words.territory}
            options={[
              { value: '', label: words.everywhere },
              ...territories.map((one) => ({ value: one.id, label: one.name })),
            ]}
            value={choice.territoryId}
            onChange={(territoryId) => onChange({ territoryId })}
          />
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  filter: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    '& .fui-Dropdown': { minWidth: 0 },
    '& .fui-Input': { minWidth: 0 },
  },
});

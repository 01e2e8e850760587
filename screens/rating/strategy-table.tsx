// How the customers of each cell are looked after: visits a year, channel, and by whom.
import { Dropdown, Input, makeStyles, Option, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ratingCells,
  strategyChannels,
  strategyOwners,
  type RatingCell,
  type Strategies,
  type Strategy,
} from '#contract/rating-scale.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';

type StrategyTableProps = { strategy: Strategies; onStrategy: (strategy: Strategies) => void };

const mostVisits = 365;

export function StrategyTable({ strategy, onStrategy }: StrategyTableProps) {
  const styles = useStyles();
  const { strategy: words } = useRatingMessages();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.visits}</th>
          <th scope="col">{words.channel}</th>
          <th scope="col">{words.owner}</th>
        </tr>
      </thead>
      <tbody>
        {ratingCells.map((cell) => (
          <CellRow
            key={cell}
            cell={cell}
            value={strategy[cell]}
            onValue={(value) => onStrategy({ ...strategy, [cell]: value })}
          />
        ))}
      </tbody>
    </table>
  );
}

type CellRowProps = { cell: RatingCell; value: Strategy; onValue: (value: Strategy) => void };

function CellRow({ cell, value, onValue }: CellRowProps) {
  const { strategy: words } = useRatingMessages();
  const names = useMessages().cockpit.rating;
  const styles = useStyles();
  return (
    <tr>
      <th scope="row">{cell}</th>
      <td>
        <Input
          className={styles.visits}
          aria-label={words.visitsOf(cell)}
          inputMode="numeric"
          maxLength={3}
          value={String(value.visitsPerYear)}
          onChange={(_, data) => {
            const visits = data.value === '' ? 0 : Number(data.value);
            if (Number.isInteger(visits) && visits >= 0 && visits <= mostVisits)
              onValue({ ...value, visitsPerYear: visits });
          }}
        />
      </td>
      <td>
        <Choice
          label={words.channelOf(cell)}
          names={names.channels}
          values={strategyChannels}
          value={value.channel}
          onChange={(channel) => onValue({ ...value, channel })}
        />
      </td>
      <td>
        <Choice
          label={words.ownerOf(cell)}
          names={names.owners}
          values={strategyOwners}
          value={value.ownerType}
          onChange={(ownerType) => onValue({ ...value, ownerType })}
        />
      </td>
    </tr>
  );
}

type ChoiceProps<V extends string> = {
  label: string;
  names: Record<V, string>;
  values: readonly V[];
  value: V;
  onChange: (value: V) => void;
};

function Choice<V extends string>({ label, names, values, value, onChange }: ChoiceProps<V>) {
  const styles = useStyles();
  return (
    <Dropdown
      className={styles.choice}
      aria-label={label}
      value={names[value]}
      selectedOptions={[value]}
      onOptionSelect={(_, data) => {
        const next = values.find((one) => one === data.optionValue);
        if (next !== undefined) onChange(next);
      }}
    >
      {values.map((one) => (
        <Option key={one} value={one} text={names[one]}>
          {names[one]}
        </Option>
      ))}
    </Dropdown>
  );
}

const useStyles = makeStyles({
  table: {
    ...typographyStyles.body1,
    width: '100%',
    maxWidth: '720px',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th': { ...typographyStyles.caption1, textAlign: 'start', color: tokens.colorNeutralForeground3 },
    '& tbody th': { ...typographyStyles.body1Strong, color: tokens.colorNeutralForeground1 },
    '& td, & th': { padding: tokens.spacingVerticalXXS },
    '& tr > :first-child': { width: '32px' },
    '& tr > :nth-child(2)': { width: '72px' },
  },
  visits: { width: '100%', minWidth: 0, '& input': { textAlign: 'end' } },
  choice: { width: '100%', minWidth: 0 },
});

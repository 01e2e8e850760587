// Thresholds of three classes, from the highest to the lowest: where each begins and where it ends.
import { Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRatingMessages } from '../messages/rating-messages.ts';
import type { BandDraft, Unit } from './rating-draft.ts';

type BandTableProps<C extends string> = {
  bands: readonly BandDraft<C>[];
  unit: Unit;
  onBands: (bands: BandDraft<C>[]) => void;
};

/** The highest class is open above, the lowest below. */
export function BandTable<C extends string>({ bands, unit, onBands }: BandTableProps<C>) {
  const styles = useStyles();
  const { bands: words } = useRatingMessages();
  const change = (at: number, part: Partial<BandDraft<C>>) =>
    onBands(bands.map((band, index) => (index === at ? { ...band, ...part } : band)));
  return (
    <div className={styles.table}>
      {bands.map((band, at) => (
        <div key={band.class} className={styles.row}>
          <span className={styles.name}>{band.class}</span>
          {at < bands.length - 1 ? (
            <Edge
              word={words.from}
              label={words.fromOf(band.class)}
              unit={words.unit[unit]}
              value={band.from}
              onChange={(from) => change(at, { from })}
            />
          ) : (
            <span />
          )}
          {at > 0 ? (
            <Edge
              word={words.to}
              label={words.toOf(band.class)}
              unit={words.unit[unit]}
              value={band.to}
              onChange={(to) => change(at, { to })}
            />
          ) : (
            <span />
          )}
        </div>
      ))}
    </div>
  );
}

type EdgeProps = {
  word: string;
  label: string;
  unit: string;
  value: string;
  onChange: (value: string) => void;
};

function Edge({ word, label, unit, value, onChange }: EdgeProps) {
  const styles = useStyles();
  return (
    <span className={styles.edge}>
      <span aria-hidden className={styles.word}>
        {word}
      </span>
      <Input
        className={styles.input}
        aria-label={label}
        inputMode="decimal"
        value={value}
        maxLength={16}
        contentAfter={<span aria-hidden>{unit}</span>}
        onChange={(_, data) => onChange(data.value)}
      />
    </span>
  );
}

const useStyles = makeStyles({
  table: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
  },
  name: { ...typographyStyles.body1Strong },
  edge: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  word: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  input: { minWidth: 0, width: '100%', '& input': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } },
});

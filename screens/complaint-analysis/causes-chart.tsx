// Causes by frequency as a Pareto chart with a table beside it that says the same; a press leads to the complaints of a cause.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ParetoBar } from '#contract/complaint-analysis.ts';
import { useAnalysisMessages } from '../messages/complaint-analysis-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { ParetoPicture } from './pareto-picture.tsx';

type Level = 'top' | 'exact';
type CausesChartProps = {
  pareto: ParetoBar[];
  withoutCause: number;
  level: Level;
  onLevel: (level: Level) => void;
  onOpen: (causeId: string) => void;
};

export function CausesChart({ pareto, withoutCause, level, onLevel, onOpen }: CausesChartProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  return (
    <Section
      title={words.causes}
      aside={
        withoutCause > 0 ? (
          <Link as="button" onClick={() => onOpen('none')}>
            {words.withoutCause(format.number(withoutCause))}
          </Link>
        ) : undefined
      }
    >
      <div className={styles.choice}>
        <ChoiceButtons<Level>
          label={words.causeLevel}
          columns="row"
          choices={[
            { value: 'top', label: words.top },
            { value: 'exact', label: words.exact },
          ]}
          value={level}
          onChange={(next) => onLevel(next ?? level)}
        />
      </div>
      {pareto.length === 0 ? (
        <p className={styles.quiet}>{words.causesEmpty}</p>
      ) : (
        <div className={styles.both}>
          <ParetoPicture pareto={pareto} />
          <CausesTable pareto={pareto} onOpen={onOpen} />
        </div>
      )}
    </Section>
  );
}

function CausesTable({ pareto, onOpen }: Pick<CausesChartProps, 'pareto' | 'onOpen'>) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{words.causes}</caption>
      <thead>
        <tr>
          <th scope="col">{words.rank}</th>
          <th scope="col">{words.cause}</th>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.percent}</th>
          <th scope="col">{words.cumulated}</th>
        </tr>
      </thead>
      <tbody>
        {pareto.map(({ causeId, path, count, sharePercent, cumulatedPercent }, index) => (
          <tr key={causeId ?? 'rest'}>
            <td>{index + 1}</td>
            <th scope="row">
              {causeId === null ? (
                words.rest
              ) : (
                <Link as="button" className={styles.link} onClick={() => onOpen(causeId)}>
                  {path.at(-1)}
                </Link>
              )}
              {path.length > 1 && <span className={styles.above}>{path.slice(0, -1).join(' › ')}</span>}
            </th>
            <td>{format.number(count)}</td>
            <td>{format.percent(sharePercent)}</td>
            <td>{format.percent(cumulatedPercent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  choice: { paddingBlock: tokens.spacingVerticalS },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    maxWidth: '1120px',
    alignItems: 'start',
  },
  table: {
    ...typographyStyles.body1,
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
      textAlign: 'end',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
    },
    '& thead th': { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
    '& tbody tr': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '& th:nth-child(2)': { textAlign: 'start', width: '100%', overflowWrap: 'anywhere' },
  },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  link: { textAlign: 'start' },
  above: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
});

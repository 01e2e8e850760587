// Bars by frequency and the cumulated line over them, on one axis from 0 to 100 %; for readers of screens one picture in words.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ParetoBar } from '#contract/complaint-analysis.ts';
import { useAnalysisMessages } from '../messages/complaint-analysis-messages.ts';
import { useFormat } from '../use-format.ts';

const grid = [100, 80, 50, 0];
/** From this share on a figure has room inside its bar. */
const tallEnough = 10;

export function ParetoPicture({ pareto }: { pareto: ParetoBar[] }) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  const centre = (index: number) => ((index + 0.5) / pareto.length) * 100;
  const told = pareto.map(({ path, count, cumulatedPercent }) =>
    words.bar(path.at(-1) ?? words.rest, format.number(count), format.percent(cumulatedPercent)),
  );
  const line = pareto.map(({ cumulatedPercent }, index) => `${centre(index)},${100 - cumulatedPercent}`);
  return (
    <div role="img" aria-label={words.chart(told.join('; '))} className={styles.picture}>
      <div className={styles.area} aria-hidden>
        {grid.map((percent) => (
          <span key={percent} className={styles.gridLine} style={{ bottom: `${percent}%` }}>
            <span className={styles.gridLabel}>{format.percent(percent)}</span>
          </span>
        ))}
        <div className={styles.plot}>
          <div className={styles.bars}>
            {pareto.map(({ causeId, count, sharePercent }, index) => (
              <span key={causeId ?? 'rest'} className={styles.column}>
                {/* where the line would cross it, the first bar's figure stands inside */}
                <span
                  className={mergeClasses(styles.bar, causeId === null && styles.rest)}
                  style={{ height: `${sharePercent}%` }}
                >
                  {index === 0 && sharePercent >= tallEnough && (
                    <span className={styles.inside}>{format.number(count)}</span>
                  )}
                </span>
                {(index > 0 || sharePercent < tallEnough) && (
                  <span className={styles.count} style={{ bottom: `${sharePercent}%` }}>
                    {format.number(count)}
                  </span>
                )}
              </span>
            ))}
          </div>
          <svg className={styles.line} viewBox="0 0 100 100" preserveAspectRatio="none">
            <polyline points={line.join(' ')} className={styles.stroke} vectorEffect="non-scaling-stroke" />
          </svg>
          {pareto.map(({ causeId, cumulatedPercent }, index) => (
            <span
              key={causeId ?? 'rest'}
              className={styles.dot}
              style={{ left: `${centre(index)}%`, bottom: `${cumulatedPercent}%` }}
            />
          ))}
        </div>
      </div>
      <div className={styles.ranks} aria-hidden>
        {pareto.map(({ causeId }, index) => (
          <span key={causeId ?? 'rest'} className={styles.rank}>
            {index + 1}
          </span>
        ))}
      </div>
      <div className={styles.legend} aria-hidden>
        <span className={styles.sample} /> {words.legendBars}
        <span className={styles.lineSample} /> {words.legendLine}
      </div>
    </div>
  );
}

const axis = '44px';
const contrast = '@media (forced-colors: active)';
const useStyles = makeStyles({
  picture: { minWidth: 0, paddingTop: tokens.spacingVerticalM },
  area: { position: 'relative', height: '180px' },
  gridLine: {
    position: 'absolute',
    insetInline: 0,
    height: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  gridLabel: {
    ...typographyStyles.caption1,
    position: 'absolute',
    left: 0,
    bottom: '1px',
    color: tokens.colorNeutralForeground3,
  },
  plot: { position: 'absolute', top: 0, bottom: 0, left: axis, right: 0 },
  bars: { display: 'flex', height: '100%' },
  column: {
    position: 'relative',
    display: 'flex',
    flex: '1 1 0',
    minWidth: 0,
    alignItems: 'flex-end',
    justifyContent: 'center',
  },
  bar: {
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'center',
    width: '60%',
    maxWidth: '48px',
    minHeight: '1px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
    [contrast]: { border: '1px solid CanvasText' },
  },
  rest: { backgroundColor: tokens.colorNeutralStroke1 },
  inside: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForegroundInverted,
    [contrast]: { color: 'CanvasText' },
  },
  count: {
    ...typographyStyles.caption1,
    position: 'absolute',
    color: tokens.colorNeutralForeground2,
  },
  line: { position: 'absolute', inset: 0, width: '100%', height: '100%', overflow: 'visible' },
  stroke: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '2px',
    [contrast]: { stroke: 'CanvasText' },
  },
  dot: {
    position: 'absolute',
    width: '8px',
    height: '8px',
    transform: 'translate(-50%, 50%)',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorNeutralForeground1}`,
  },
  ranks: { display: 'flex', paddingInlineStart: axis },
  rank: {
    ...typographyStyles.caption1,
    flex: '1 1 0',
    minWidth: 0,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  legend: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalXS}`,
    paddingTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
  },
  sample: {
    width: '12px',
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorCompoundBrandBackground,
    [contrast]: { border: '1px solid CanvasText' },
  },
  lineSample: {
    width: '16px',
    marginInlineStart: tokens.spacingHorizontalM,
    borderTop: `2px solid ${tokens.colorNeutralForeground1}`,
  },
});

// What a run did, in figures: new, changed, the same, wrong, and what was left as people wrote it.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ImportRun } from '#contract/import.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';

export function RunCounts({ run }: { run: ImportRun }) {
  const styles = useStyles();
  const words = useImportMessages();
  const format = useFormat();
  const always = ['created', 'changed', 'same', 'wrong'] as const;
  const sometimes = (['kept', 'missing'] as const).filter((name) => run[name] > 0);
  return (
    <Section title={words.run.counts}>
      <dl className={styles.counts}>
        {[...always, ...sometimes].map((name) => (
          <div key={name} className={styles.count}>
            <dt className={styles.name}>{words.run[name]}</dt>
            <dd className={styles.value}>{format.number(run[name])}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const useStyles = makeStyles({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 599px)': { columnGap: tokens.spacingHorizontalL },
  },
  count: { display: 'flex', flexDirection: 'column-reverse' },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: { ...typographyStyles.subtitle1, margin: 0, fontVariantNumeric: 'tabular-nums' },
});

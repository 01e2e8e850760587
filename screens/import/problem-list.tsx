// Problems one under the other: the line, and the server's own sentence.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ImportProblem } from '#contract/import-preview.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { useFrame } from '../use-frame.ts';

type ProblemListProps = {
  problems: readonly ImportProblem[];
  /** Said at once by screen readers. */
  isAlert?: boolean;
};

const shown = 20;

export function ProblemList({ problems, isAlert = false }: ProblemListProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const { language } = useFrame();
  return (
    <div role={isAlert ? 'alert' : undefined}>
      <ul className={styles.list}>
        {problems.slice(0, shown).map((one, index) => (
          <li key={`${one.line} ${index}`} className={styles.problem}>
            {one.line !== null && one.line > 0 && <strong>{words.run.line(one.line)}</strong>}
            {one.sentence[language]}
          </li>
        ))}
        {problems.length > shown && <li>{words.map.more(problems.length - shown)}</li>}
      </ul>
    </div>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalS },
  problem: { overflowWrap: 'anywhere' },
});

// A text with what was searched for set off in it: heavier and underlined, so that it shows without colour too.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Mark } from '#contract/search.ts';

type MarkedProps = { text: string; marks: readonly Mark[] };

export function Marked({ text, marks }: MarkedProps) {
  const styles = useStyles();
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at || to > text.length) continue;
    parts.push(text.slice(at, from));
    parts.push(
      <mark key={from} className={styles.mark}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

const useStyles = makeStyles({
  mark: {
    color: 'inherit',
    backgroundColor: 'transparent',
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationThickness: '1px',
    textUnderlineOffset: '2px',
  },
});

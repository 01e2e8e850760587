// The body of a form: fields one below the other at the pane's gutter.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

type FormBodyProps = {
  label: string;
  onSubmit: () => void;
  children: ReactNode;
  /** Stands in a section, which has the gutter already. */
  isFlush?: boolean;
};

/** Enter in a one-line field submits. The submit button stands in the view's foot. */
export function FormBody({ label, onSubmit, children, isFlush = false }: FormBodyProps) {
  const styles = useStyles();
  return (
    <form
      aria-label={label}
      noValidate
      className={mergeClasses(styles.form, !isFlush && styles.gutter)}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {/* A form with several fields and no submit button of its own ignores Enter. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden />
    </form>
  );
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  gutter: { padding: tokens.spacingHorizontalM },
});

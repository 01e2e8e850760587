// A part of a view: a head of one line and its content, parted from the next by a line. Never a card.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

type SectionProps = {
  title: string;
  /** Right end of the head: a count, a hint, a link. */
  aside?: ReactNode;
  children: ReactNode;
  /** Inside a form the parts follow each other without lines. */
  isPlain?: boolean;
  className?: string;
};

/** A region named by its head. */
export function Section({ title, aside, children, isPlain = false, className }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={mergeClasses(styles.section, isPlain ? styles.plain : styles.lined, className)}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  section: { paddingInline: tokens.spacingHorizontalM },
  lined: {
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  plain: { paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '24px',
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

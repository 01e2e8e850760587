// What is said beside a mail of what happens to it by itself: a sentence, and what can be done about it.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { MailMultiple20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

type MailStripProps = { title?: string; text: string; children?: ReactNode };

/** Readers hear it when it changes. */
export function MailStrip({ title, text, children }: MailStripProps) {
  const styles = useStyles();
  return (
    <div className={styles.strip} role="status">
      <MailMultiple20Regular className={styles.icon} aria-hidden />
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        <p className={styles.text}>{text}</p>
        {children}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0 },
  words: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  title: { ...typographyStyles.caption1Strong, margin: 0 },
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

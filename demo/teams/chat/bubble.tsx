// A message as every chat draws it: who and when, what was said, one's own at the right.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface BubbleProps {
  isOwn: boolean;
  head: ReactNode;
  /** What was said; null where the message is only a card. */
  text: ReactNode;
  /** The card, and what belongs to it. */
  children: ReactNode;
}

export function Bubble({ isOwn, head, text, children }: BubbleProps) {
  const styles = useStyles();
  return (
    <article className={mergeClasses(styles.message, isOwn && styles.own)}>
      <div className={styles.head}>{head}</div>
      {text !== null && <div className={mergeClasses(styles.text, isOwn && styles.ownText)}>{text}</div>}
      {children}
    </article>
  );
}

const formats = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' }),
};

/** The time of day of a message. */
export function timeOf(at: string, language: 'de' | 'en'): string {
  return formats[language].format(new Date(at));
}

const useStyles = makeStyles({
  message: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXS,
    width: '100%',
    maxWidth: '420px',
  },
  own: { alignSelf: 'flex-end', alignItems: 'flex-end' },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground3,
  },
  text: {
    width: 'fit-content',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  ownText: { backgroundColor: tokens.colorBrandBackground2 },
});

// A neutral disc with a person's initials or an icon. Own, because Fluent's Avatar brings presence and badges along.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';

type InitialsProps = { name: string; icon?: ReactElement | undefined };

/** 40 px; decoration, the name stands beside it. */
export function Initials({ name, icon }: InitialsProps) {
  const styles = useStyles();
  return (
    <span className={styles.disc} aria-hidden>
      {icon ?? initialsOf(name)}
    </span>
  );
}

/** First letters of the first and the last word: "Sabine Tietz" → "ST". */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, '')
    .split(/[\s@]+/)
    .filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends.map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}

const useStyles = makeStyles({
  disc: {
    ...typographyStyles.subtitle2,
    display: 'inline-flex',
    justifyContent: 'center',
    alignItems: 'center',
    flexShrink: 0,
    width: '40px',
    height: '40px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 239px)': { display: 'none' },
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
});

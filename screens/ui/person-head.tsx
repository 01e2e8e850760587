// Who this is: avatar, name, company, one quiet line, and something small at the right (the rating).
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Initials } from './initials.tsx';

type PersonHeadProps = {
  name: string;
  /** Instead of initials: company, unknown person. */
  icon?: ReactElement;
  company: string;
  /** Beside the company, and never cut with it. */
  marks?: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
};

/** The head of the pane; text starts at 60 px. */
export function PersonHead({ name, icon, company, marks, detail, aside, children }: PersonHeadProps) {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <div className={styles.person}>
        <Initials name={name} icon={icon} />
        <div className={styles.words}>
          <h1 className={styles.name} title={name}>
            {name}
          </h1>
          <div className={styles.line}>
            <span className={styles.company} title={company}>
              {company}
            </span>
            {marks}
          </div>
          {detail !== undefined && <p className={styles.detail}>{detail}</p>}
        </div>
        {aside}
      </div>
      {children}
    </header>
  );
}

const cut = {
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '@media (max-width: 239px)': { whiteSpace: 'normal', hyphens: 'auto' },
} as const;
const useStyles = makeStyles({
  head: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  person: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0 },
  name: { ...typographyStyles.subtitle2, ...cut, margin: 0 },
  line: { ...typographyStyles.body1, display: 'flex', alignItems: 'center', margin: 0 },
  company: { ...cut, minWidth: 0 },
  detail: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

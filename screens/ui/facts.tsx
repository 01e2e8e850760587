// Names and values below each other: the quiet details of a record.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: ReactNode;
  /** A line of reason or rest below the value. */
  detail?: string;
  isDanger?: boolean;
}

/** Facts without a value are left out by the caller. */
export function Facts({ facts }: { facts: Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map((fact) => (
        <div key={fact.name} className={styles.fact}>
          <dt className={styles.name}>{fact.name}</dt>
          <dd className={styles.value}>
            {fact.value}
            {fact.detail !== undefined && (
              <span className={fact.isDanger ? styles.danger : styles.detail}>{fact.detail}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  list: { margin: 0 },
  fact: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  name: {
    ...typographyStyles.caption1,
    lineHeight: '20px',
    flex: '0 0 96px',
    color: tokens.colorNeutralForeground3,
  },
  value: {
    ...typographyStyles.body1,
    flex: '1 1 140px',
    minWidth: 0,
    margin: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
  },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  danger: { ...typographyStyles.caption1, color: tokens.colorStatusDangerForeground3 },
});

// The two-line row that every list uses: icon, what, type and who, and at the right when or how much.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

export type RowTone = 'neutral' | 'danger' | 'warning' | 'success';

type RowProps = {
  icon?: ReactElement;
  iconTone?: RowTone;
  title: ReactNode;
  /** Beside the title, and never cut with it. */
  marks?: ReactNode;
  detail?: ReactNode;
  right?: ReactNode;
  rightDetail?: ReactNode;
  rightTone?: RowTone;
  /** A quiet right side: in history lists the date is not the main thing. */
  isRightQuiet?: boolean;
  /** The second line holds a reason that must be read in full. */
  wrapsDetail?: boolean;
  /** The first line is a sentence that somebody wrote. */
  wrapsTitle?: boolean;
  /** Makes the whole row the target. */
  onOpen?: (() => void) | undefined;
  /** A small button in the icon's place, outside the row's target. */
  lead?: ReactNode;
  /** Buttons of the row, outside its target. */
  actions?: ReactNode;
};

/** A list of rows. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

/** One row; a list item. */
export function Row({ onOpen, lead, actions, ...parts }: RowProps) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.item, parts.wrapsDetail && actions !== undefined && styles.stacked)}>
      {lead}
      {onOpen ? (
        <button type="button" className={mergeClasses(styles.row, styles.target)} onClick={onOpen}>
          <RowBody {...parts} />
        </button>
      ) : (
        <div className={styles.row}>
          <RowBody {...parts} />
        </div>
      )}
      {actions}
    </li>
  );
}

function RowBody(parts: Omit<RowProps, 'onOpen' | 'lead' | 'actions'>) {
  const styles = useStyles();
  const { icon, iconTone = 'neutral' } = parts;
  return (
    <>
      {icon && (
        <span className={mergeClasses(styles.icon, styles[iconTone])} aria-hidden>
          {icon}
        </span>
      )}
      <span className={styles.body}>
        <span className={styles.text}>
          <RowTitle {...parts} />
          {parts.detail !== undefined && (
            <span className={mergeClasses(styles.detail, parts.wrapsDetail && styles.wrapped)}>
              {parts.detail}
            </span>
          )}
        </span>
        {parts.right !== undefined && <RowRight {...parts} />}
      </span>
    </>
  );
}

function RowTitle({ title, marks, wrapsTitle = false }: Pick<RowProps, 'title' | 'marks' | 'wrapsTitle'>) {
  const styles = useStyles();
  const text = (
    <span
      className={mergeClasses(styles.title, wrapsTitle && styles.wrapped)}
      title={typeof title === 'string' ? title : undefined}
    >
      {title}
    </span>
  );
  if (marks === undefined) return text;
  return (
    <span className={styles.marked}>
      {text}
      {marks}
    </span>
  );
}

type RowRightProps = Pick<RowProps, 'right' | 'rightDetail' | 'rightTone' | 'isRightQuiet'>;

function RowRight({ right, rightDetail, rightTone = 'neutral', isRightQuiet = false }: RowRightProps) {
  const styles = useStyles();
  return (
    <span className={styles.right}>
      <span className={isRightQuiet ? mergeClasses(styles.quiet, styles.asTall) : styles.figure}>
        {right}
      </span>
      {rightDetail !== undefined && (
        <span className={mergeClasses(styles.quiet, styles[rightTone])}>{rightDetail}</span>
      )}
    </span>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  // On a phone long reasons take the whole width, and the buttons stand below them.
  stacked: {
    '@media (max-width: 599px)': {
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      '& > button:first-child': { flexBasis: '100%' },
    },
  },
  row: {
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    minHeight: '24px',
    boxSizing: 'border-box',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
    paddingInline: 0,
    textAlign: 'start',
  },
  target: {
    ...typographyStyles.body1,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    paddingInline: tokens.spacingHorizontalXS,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-1px',
    },
  },
  icon: {
    width: '20px',
    flexShrink: 0,
    fontSize: '20px',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
  },
  body: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
  },
  text: { display: 'flex', flexDirection: 'column', flex: '1 1 110px', minWidth: 0 },
  title: {
    ...typographyStyles.body1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  marked: { display: 'flex', alignItems: 'center', minWidth: 0 },
  detail: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  wrapped: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  right: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    // At the right edge also where there is only room for it under the text.
    marginInlineStart: 'auto',
    whiteSpace: 'nowrap',
  },
  figure: { ...typographyStyles.body1 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  asTall: { lineHeight: '20px' },
  neutral: {},
  danger: { color: tokens.colorStatusDangerForeground3 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  success: { color: tokens.colorStatusSuccessForeground1 },
});

// At most two warnings of 48 px, most urgent first; the rest behind "2 weitere".
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Warning } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { warningText } from './warning-text.ts';

const shownAtFirst = 2;

type WarningBarsProps = {
  warnings: Warning[];
  /** Makes the title of a complaint's warning the way to it. */
  onOpenComplaint?: (complaintId: string) => void;
};

/** Nothing at all when nothing burns. */
export function WarningBars({ warnings, onOpenComplaint }: WarningBarsProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  if (warnings.length === 0) return null;
  const shown = showsAll ? warnings : warnings.slice(0, shownAtFirst);
  const rest = warnings.length - shown.length;
  return (
    <section className={styles.bars} aria-label={messages.cockpit.warnings.label}>
      {shown.map((warning, index) => (
        <WarningBar
          key={index}
          level={warning.level}
          {...warningText(warning, messages, format)}
          onOpen={openerOf(warning, onOpenComplaint)}
        />
      ))}
      {rest > 0 && (
        <Button
          appearance="transparent"
          size="small"
          className={styles.more}
          onClick={() => setShowsAll(true)}
        >
          {messages.cockpit.warnings.more(format.number(rest))}
        </Button>
      )}
    </section>
  );
}

function openerOf(warning: Warning, onOpenComplaint: WarningBarsProps['onOpenComplaint']) {
  if (warning.kind !== 'complaint_deadline' || !onOpenComplaint) return undefined;
  return () => onOpenComplaint(warning.complaintId);
}

type WarningBarProps = {
  level: Warning['level'];
  title: string;
  text: string;
  onOpen: (() => void) | undefined;
};

function WarningBar({ level, title, text, onOpen }: WarningBarProps) {
  const styles = useStyles();
  return (
    <MessageBar
      intent={level === 'danger' ? 'error' : 'warning'}
      politeness="polite"
      className={styles.bar}
      layout="singleline"
    >
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>
          {onOpen ? (
            <Link as="button" appearance="subtle" className={styles.title} onClick={onOpen}>
              {title}
            </Link>
          ) : (
            title
          )}
        </MessageBarTitle>
        <span className={styles.text}>{text}</span>
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: { minHeight: '48px', boxSizing: 'border-box' },
  body: { display: 'flex', flexDirection: 'column', minWidth: 0, whiteSpace: 'normal' },
  title: { ...typographyStyles.body1Strong },
  text: { ...typographyStyles.caption1 },
  more: { alignSelf: 'flex-start', minWidth: 0, paddingInline: tokens.spacingHorizontalS },
});

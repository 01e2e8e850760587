// A chat: whose it is, its messages with the newest in sight, and below them where one writes.
import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';

interface ChatFrameProps {
  label: string;
  title: string;
  about: string;
  icon?: ReactNode;
  /** Changes when something new stands at the end. */
  newest: string | undefined;
  children: ReactNode;
  foot: ReactNode;
}

export function ChatFrame({ label, title, about, icon, newest, children, foot }: ChatFrameProps) {
  const styles = useStyles();
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [newest]);
  return (
    <section className={styles.chat} aria-label={label}>
      <header className={styles.head}>
        {icon}
        <div className={styles.headText}>
          <Body1Strong as="h1" className={styles.title}>
            {title}
          </Body1Strong>
          <Caption1 className={styles.quiet}>{about}</Caption1>
        </div>
      </header>
      <div
        ref={log}
        className={styles.messages}
        role="log"
        aria-live="polite"
        tabIndex={0}
        aria-label={title}
      >
        {children}
      </div>
      {foot}
    </section>
  );
}

const useStyles = makeStyles({
  chat: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  headText: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  messages: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

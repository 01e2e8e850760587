// A view opened from the cockpit: back, title, content, its own foot. Escape goes back; the title takes the focus.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';

type ViewProps = { title: string; onBack: () => void; children: ReactNode; foot?: ReactNode };

/** Fills the pane; only the middle scrolls, the foot sticks. */
export function View({ title, onBack, children, foot }: ViewProps) {
  const styles = useStyles();
  const messages = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isOpenPopup(event.target)) return;
    event.preventDefault(); // Outlook on the web would take the focus out of the pane
    onBack();
  };

  return (
    // Escape is a shortcut of the whole view; each control keeps its own keys.
    <div className={styles.view} onKeyDown={handleKey} role="presentation">
      <header className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label={messages.common.back}
          className={styles.back}
          onClick={onBack}
        />
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
      </header>
      <div className={styles.content}>{children}</div>
      {foot}
    </div>
  );
}

/** A drop-down that is open closes itself on Escape; the view then stays. */
function isOpenPopup(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('aria-expanded') === 'true';
}

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', minHeight: '100%' },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '40px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  back: { minWidth: '32px', flexShrink: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  content: { flexGrow: 1, display: 'flex', flexDirection: 'column' },
});

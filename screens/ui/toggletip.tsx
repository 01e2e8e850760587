// A small note behind a button: opens on press, is read out, closes on Escape, on a second press and on leaving.
// Own, because Fluent's Popover puts focusable helpers into the page that accessibility checks rightly complain about.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type FocusEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

type ToggletipProps = {
  /** Draws the button with what makes it one. */
  trigger: (button: { 'aria-expanded': boolean; onClick: () => void }) => ReactElement;
  children: ReactNode;
  /** Which edge of the button the note is aligned with. */
  align?: 'start' | 'end';
};

export function Toggletip({ trigger, children, align = 'end' }: ToggletipProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    setIsOpen(false);
  };
  const handleBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
  };
  return (
    <span className={styles.anchor} onKeyDown={handleKey} onBlur={handleBlur}>
      {trigger({ 'aria-expanded': isOpen, onClick: () => setIsOpen(!isOpen) })}
      <span role="status">
        {isOpen && (
          <span className={mergeClasses(styles.note, align === 'end' ? styles.atEnd : styles.atStart)}>
            {children}
          </span>
        )}
      </span>
    </span>
  );
}

const useStyles = makeStyles({
  anchor: { position: 'relative', flexShrink: 0, display: 'inline-flex', alignSelf: 'flex-start' },
  note: {
    display: 'block',
    position: 'absolute',
    zIndex: 2,
    top: 'calc(100% + 4px)',
    width: 'max-content',
    maxWidth: 'min(272px, 85vw)',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    textAlign: 'start',
  },
  atEnd: { insetInlineEnd: 0 },
  atStart: { insetInlineStart: 0 },
});

// A view or section that has nothing to show: why, and the next step. Errors of a call: error-note.tsx.
import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';

type StateBlockProps = {
  title: string;
  text: string;
  icon?: ReactElement;
  action?: { label: string; onPress: () => void };
  link?: { label: string; href: string };
  /** Stands alone in the pane, so its title is the page's heading. */
  isPage?: boolean;
  /** Announced at once by screen readers. */
  isProblem?: boolean;
};

/** Icon, one line what is, one line what next, and at most one button. */
export function StateBlock({ title, text, icon, action, link, isPage, isProblem = false }: StateBlockProps) {
  const styles = useStyles();
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={styles.block} role={isProblem ? 'alert' : undefined}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <div className={styles.body}>
        <Title className={styles.title}>{title}</Title>
        <p className={styles.text}>{text}</p>
        {link && (
          <Link href={link.href} target="_blank" rel="noreferrer">
            {link.label}
          </Link>
        )}
        {action && (
          <Button className={styles.action} onClick={action.onPress}>
            {action.label}
          </Button>
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  block: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  icon: { width: '20px', flexShrink: 0, color: tokens.colorNeutralForeground2, fontSize: '20px' },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  title: { ...typographyStyles.body1, margin: 0 },
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3, maxWidth: '60ch' },
  action: { marginTop: tokens.spacingVerticalS, alignSelf: 'flex-start' },
});

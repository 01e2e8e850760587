// The bar at the foot of a view: one primary button, at most two beside it, the rest behind "…".
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';

export interface Action {
  /** Stable name; the button's element id is `action-<id>`, by which focus returns to it. */
  id: string;
  label: string;
  onPress: () => void;
  icon?: ReactElement;
  isDisabled?: boolean;
  /** Its work is under way: a second press does nothing. */
  isBusy?: boolean;
}

type ActionBarProps = {
  label: string;
  primary: Action | null;
  secondary?: Action[];
  menu?: Action[];
  /** A line above the buttons: what the primary one will do. */
  note?: string;
  /** What went wrong with the last press, above the buttons so that it is seen. */
  problem?: ReactNode;
  /** In a form the primary button takes the room. */
  isForm?: boolean;
};

/** Sticks to the foot; wraps to two lines when there is no room, never cuts a label. */
export function ActionBar(props: ActionBarProps) {
  const styles = useStyles();
  const { label, primary, secondary = [], menu = [], note, problem, isForm = false } = props;
  return (
    <div className={styles.foot}>
      {problem}
      {note !== undefined && <p className={styles.note}>{note}</p>}
      <div role="group" aria-label={label} className={styles.bar}>
        <div className={styles.buttons}>
          {primary && <BarButton action={primary} isPrimary isForm={isForm} />}
          {secondary.map((action) => (
            <BarButton key={action.id} action={action} isForm={isForm} />
          ))}
          {menu.length > 0 && <More actions={menu} />}
        </div>
      </div>
    </div>
  );
}

type BarButtonProps = { action: Action; isPrimary?: boolean; isForm: boolean };

function BarButton({ action, isPrimary = false, isForm }: BarButtonProps) {
  const styles = useStyles();
  const inForm = isPrimary ? styles.wide : styles.beside;
  return (
    <Button
      id={`action-${action.id}`}
      appearance={isPrimary ? 'primary' : 'secondary'}
      className={isForm ? inForm : styles.button}
      onClick={(event) => {
        if (event.detail <= 1) action.onPress(); // The second half of a double click belongs to what was there before.
      }}
      disabledFocusable={action.isDisabled === true || action.isBusy === true}
      aria-busy={action.isBusy ?? false}
      {...(action.icon ? { icon: action.icon } : {})}
    >
      {action.label}
    </Button>
  );
}

const loadMenu = () => import('./more-menu.tsx');
const MoreMenu = lazy(() => loadMenu().then((module) => ({ default: module.MoreMenu })));

/** A plain button until somebody reaches for it; only then is the menu itself loaded. */
function More({ actions }: { actions: Action[] }) {
  const styles = useStyles();
  const messages = useMessages();
  const [isWanted, setIsWanted] = useState(false);
  const trigger = {
    id: 'action-more',
    appearance: 'subtle',
    className: styles.more,
    icon: <MoreHorizontal20Regular />,
    'aria-label': messages.common.more,
  } as const;
  const handleReach = () => void loadMenu();
  const button = (
    <Button
      {...trigger}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setIsWanted(true)}
      onPointerEnter={handleReach}
      onFocus={handleReach}
    />
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MoreMenu actions={actions} trigger={trigger} />
    </Suspense>
  );
}

const useStyles = makeStyles({
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    marginTop: 'auto',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    // Much enlarged, a bar that stays would hide most of the pane.
    '@media (max-width: 239px), (max-height: 239px)': { position: 'static' },
  },
  note: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground3,
  },
  bar: { containerType: 'inline-size' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  button: {
    ...typographyStyles.caption1Strong,
    minWidth: '0',
    height: '32px',
    flexGrow: 1,
    whiteSpace: 'nowrap',
    paddingInline: tokens.spacingHorizontalXS,
    '@media (min-width: 360px)': { fontSize: tokens.fontSizeBase300 },
    '@media (min-width: 600px)': { flexGrow: 0, minWidth: '120px' },
  },
  wide: {
    flexGrow: 1,
    height: '32px',
    whiteSpace: 'nowrap',
    // On a page as wide as the window a button is as wide as its words.
    '@container (min-width: 600px)': { flexGrow: 0, minWidth: '160px' },
  },
  beside: { height: '32px', whiteSpace: 'nowrap' },
  more: { minWidth: '28px', width: '28px', padding: 0 },
});

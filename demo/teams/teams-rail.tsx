// The rail of apps: at the side of a wide window, at the foot of a phone.
import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BriefcaseFilled, BriefcaseRegular, ChatFilled, ChatRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Words } from './words.ts';

export type TeamsView = 'tab' | 'chat';

interface TeamsRailProps {
  view: TeamsView;
  unread: number;
  words: Words;
  onView: (view: TeamsView) => void;
}

export function TeamsRail({ view, unread, words, onView }: TeamsRailProps) {
  const styles = useStyles();
  return (
    <nav className={styles.rail} aria-label={words.rail}>
      <RailButton isCurrent={view === 'chat'} label={words.chat} onPress={() => onView('chat')}>
        {view === 'chat' ? <ChatFilled fontSize={24} /> : <ChatRegular fontSize={24} />}
        {unread > 0 && (
          <CounterBadge
            className={styles.badge}
            count={unread}
            size="small"
            color="danger"
            aria-label={words.unread(unread)}
          />
        )}
      </RailButton>
      <RailButton isCurrent={view === 'tab'} label={words.tab} onPress={() => onView('tab')}>
        {view === 'tab' ? <BriefcaseFilled fontSize={24} /> : <BriefcaseRegular fontSize={24} />}
      </RailButton>
    </nav>
  );
}

interface RailButtonProps {
  isCurrent: boolean;
  label: string;
  onPress: () => void;
  children: ReactNode;
}

function RailButton({ isCurrent, label, onPress, children }: RailButtonProps) {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.button, isCurrent && styles.current)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onPress}
    >
      {children}
      <span>{label}</span>
    </button>
  );
}

const phone = '@media (max-width: 600px)';
const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalXS,
    boxSizing: 'border-box',
    width: 'max-content',
    minWidth: '72px',
    paddingTop: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: {
      order: 1,
      flexDirection: 'row',
      width: '100%',
      paddingTop: 0,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  button: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    flexGrow: 0,
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: 'transparent',
    border: 'none',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [phone]: { flexGrow: 1, flexBasis: 0 },
  },
  current: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    [phone]: { boxShadow: `inset 0 3px 0 ${tokens.colorCompoundBrandStroke}` },
  },
  badge: { position: 'absolute', top: tokens.spacingVerticalXXS, left: '50%' },
});

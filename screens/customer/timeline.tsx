// The history in the middle: search, kinds, and the contacts newest first, older ones on demand.
import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
  ToggleButton,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import {
  Call20Regular,
  Chat20Regular,
  Filter20Regular,
  Location20Regular,
  Mail20Regular,
} from '@fluentui/react-icons';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { activityKinds, type Activity } from '#contract/activity.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import type { CustomerParts } from './customer-page.tsx';
import { TimelinePages } from './timeline-pages.tsx';

type Kind = Activity['kind'];
const mainKinds: readonly Kind[] = ['email', 'call', 'visit', 'chat'];
const icons: Partial<Record<Kind, ReactElement>> = {
  email: <Mail20Regular />,
  call: <Call20Regular />,
  visit: <Location20Regular />,
  chat: <Chat20Regular />,
};

export function Timeline({ cockpit, onOpenComplaint }: CustomerParts) {
  const styles = useStyles();
  const { history: words } = useWideMessages().customerPage;
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind | null>(null);
  const sought = useDeferredValue(text.trim());
  const handleShowAll = () => {
    setText('');
    setKind(null);
  };
  return (
    <>
      <div className={styles.head}>
        <SearchBox
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(_event, data) => setText(data.value)}
        />
        <KindFilter kind={kind} onKind={setKind} />
      </div>
      <TimelinePages
        // Another question starts its pages anew.
        key={`${kind ?? ''} ${sought}`}
        cockpit={cockpit}
        kind={kind}
        text={sought}
        onShowAll={handleShowAll}
        onOpenComplaint={onOpenComplaint}
      />
    </>
  );
}

type KindFilterProps = { kind: Kind | null; onKind: (kind: Kind | null) => void };

function KindFilter({ kind, onKind }: KindFilterProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { history: words } = useWideMessages().customerPage;
  const names = messages.cockpit.activityKinds;
  const others = activityKinds.filter((other) => !mainKinds.includes(other));
  const isOther = kind !== null && others.includes(kind);
  return (
    <div className={styles.kinds} role="group" aria-label={words.filter}>
      <ToggleButton size="small" className={styles.kind} checked={kind === null} onClick={() => onKind(null)}>
        {words.all}
      </ToggleButton>
      {mainKinds.map((main) => (
        <ToggleButton
          key={main}
          size="small"
          className={styles.kind}
          icon={icons[main] ?? null}
          checked={kind === main}
          onClick={() => onKind(kind === main ? null : main)}
        >
          {names[main]}
        </ToggleButton>
      ))}
      <Menu
        checkedValues={{ kind: isOther ? [kind] : [] }}
        onCheckedValueChange={(_event, data) =>
          onKind(others.find((one) => one === data.checkedItems[0]) ?? null)
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" appearance="subtle" icon={<Filter20Regular />} className={styles.more}>
            {isOther ? words.otherKind(names[kind]) : words.more}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {others.map((other) => (
              <MenuItemRadio key={other} name="kind" value={other}>
                {names[other]}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { maxWidth: 'none', width: '100%' },
  kinds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  kind: { ...typographyStyles.caption1, minWidth: '64px', height: '24px', whiteSpace: 'nowrap' },
  more: {
    ...typographyStyles.caption1,
    marginInlineStart: 'auto',
    minWidth: 0,
    height: '24px',
    whiteSpace: 'nowrap',
  },
});

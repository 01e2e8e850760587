// The head of a personal app in Teams: its name and its tabs, drawn by Teams, not by the app.
import { Body1Strong, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { BriefcaseFilled } from '@fluentui/react-icons';
import type { StaticTab } from './static-tabs.ts';

interface AppHeaderProps {
  title: string;
  tabs: StaticTab[];
  entityId: string;
  onTab: (entityId: string) => void;
}

export function AppHeader({ title, tabs, entityId, onTab }: AppHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <BriefcaseFilled fontSize={24} className={styles.icon} aria-hidden />
      <Body1Strong className={styles.name}>{title}</Body1Strong>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={title}
        selectedValue={entityId}
        // The values are the entity ids of the tabs below.
        onTabSelect={(_event, data) => onTab(data.value as string)}
      >
        {tabs.map((tab) => (
          <Tab key={tab.entityId} value={tab.entityId}>
            {tab.name}
          </Tab>
        ))}
      </TabList>
    </header>
  );
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  // On a phone the row of tabs is pushed sideways by itself; the page stays.
  tabs: { flexShrink: 1, minWidth: 0, overflowX: 'auto', scrollbarWidth: 'none' },
  name: { whiteSpace: 'nowrap', '@media (max-width: 600px)': { display: 'none' } },
});

// The app as Teams shows it to one person: its tabs, and the frame with the chosen one.
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { DemoUser } from '#contract/demo.ts';
import type { DemoSettings } from '../bar/settings.ts';
import { AppHeader } from './app-header.tsx';
import { staticTabs } from './static-tabs.ts';
import { TabFrame } from './tab-frame.tsx';
import { useAccount } from './use-account.ts';
import type { Words } from './words.ts';

/** What the tab was opened with; `opened` counts, so that the same link twice opens it twice. */
export interface TabPlace {
  entityId: string;
  subEntityId: string | null;
  opened: number;
}

interface PersonalAppProps {
  settings: DemoSettings;
  person: DemoUser;
  place: TabPlace;
  /** Out of sight it keeps what it shows. */
  isShown: boolean;
  words: Words;
  onTab: (entityId: string) => void;
  onOpenLink: (url: string) => boolean;
}

export function PersonalApp({
  settings,
  person,
  place,
  isShown,
  words,
  onTab,
  onOpenLink,
}: PersonalAppProps) {
  const styles = useStyles();
  const { theme, language } = settings;
  const account = useAccount(person);
  const tabs = useMemo(() => staticTabs(language), [language]);
  const tab = tabs.find((one) => one.entityId === place.entityId) ?? tabs[0];
  if (!tab) return null;
  return (
    <div className={mergeClasses(styles.app, !isShown && styles.unseen)}>
      <AppHeader title={words.tab} tabs={tabs} entityId={tab.entityId} onTab={onTab} />
      <TabFrame
        key={`${language} ${place.opened}`}
        title={words.tabTitle}
        theme={theme === 'light' ? 'default' : theme}
        locale={language === 'de' ? 'de-de' : 'en-us'}
        entityId={tab.entityId}
        path={tab.path}
        subEntityId={place.subEntityId}
        account={account}
        onOpenLink={onOpenLink}
      />
    </div>
  );
}

const useStyles = makeStyles({
  app: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  unseen: { display: 'none' },
});

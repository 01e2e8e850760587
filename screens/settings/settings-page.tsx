// "Einstellungen" for administrators: the sections at the left (above on a phone), the chosen one beside it.
import { makeStyles, Tab, TabList, tokens, typographyStyles } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { Suspense } from 'react';
import { useMe } from '../use-me.ts';
import { useWidth } from '../use-width.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useShowChosen } from '../ui/use-show-chosen.ts';
import { useSettingsMessages } from '../messages/settings-messages.ts';
import { sectionIds, sectionOf, sections, type SectionId } from './sections.ts';

type SettingsPageProps = { section: string; onSection: (section: SectionId) => void };

export function SettingsPage({ section, onSection }: SettingsPageProps) {
  const styles = useStyles();
  const { settings: words } = useSettingsMessages();
  const me = useMe();
  return (
    <Loaded state={me} waiting={<RowsSkeleton label={words.loading} count={6} />}>
      {({ role }) =>
        role === 'admin' ? (
          <main className={styles.page}>
            <h1 className={styles.title}>{words.title}</h1>
            <Sections chosen={sectionOf(section)} onChoose={onSection} />
          </main>
        ) : (
          <StateBlock
            isPage
            isProblem
            icon={<LockClosed20Regular />}
            title={words.noRights.title}
            text={words.noRights.text}
          />
        )
      }
    </Loaded>
  );
}

type SectionsProps = { chosen: SectionId; onChoose: (section: SectionId) => void };

function Sections({ chosen, onChoose }: SectionsProps) {
  const styles = useStyles();
  const { settings: words } = useSettingsMessages();
  const isNarrow = useWidth() === 'narrow';
  const nav = useShowChosen(chosen);
  const Chosen = sections[chosen];
  return (
    <div className={styles.body}>
      <nav ref={nav} aria-label={words.label} className={styles.nav}>
        <TabList
          vertical={!isNarrow}
          selectedValue={chosen}
          onTabSelect={(_event, data) => onChoose(sectionOf(String(data.value)))}
        >
          {sectionIds.map((id) => (
            <Tab key={id} value={id}>
              {words.sections[id]}
            </Tab>
          ))}
        </TabList>
      </nav>
      <div className={styles.content}>
        <Suspense fallback={<RowsSkeleton label={words.loading} count={6} />}>
          <Chosen />
        </Suspense>
      </div>
    </div>
  );
}

const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { paddingInline: tokens.spacingHorizontalL },
  },
  body: { display: 'flex', flexGrow: 1, minHeight: 0, [phone]: { flexDirection: 'column' } },
  nav: {
    flexShrink: 0,
    width: '200px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalMNudge}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'auto',
    // Fluent keeps room for the bold word and centres the plain one in it; below each other they begin at one line.
    '& .fui-Tab__content': { justifySelf: 'start' },
    [phone]: { width: 'auto', borderRight: 'none', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  content: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    // With the sections' own gutter the text begins where it does in lists.
    paddingInline: tokens.spacingHorizontalS,
    [phone]: { paddingInline: 0 },
  },
});

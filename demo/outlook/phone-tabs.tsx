// On a phone: list, message and pane are shown one at a time; these tabs change between them.
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { PhoneView } from './use-desk.ts';
import { useWords } from './words.ts';

const views: readonly PhoneView[] = ['list', 'item', 'pane'];

/** The tabs at the foot. */
export function PhoneTabs({ view, onChoose }: { view: PhoneView; onChoose: (view: PhoneView) => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <TabList
      className={styles.tabs}
      aria-label={words.viewsLabel}
      selectedValue={view}
      onTabSelect={(_, data) => onChoose(views.find((one) => one === data.value) ?? 'list')}
    >
      {views.map((one) => (
        <Tab key={one} value={one}>
          {words.views[one]}
        </Tab>
      ))}
    </TabList>
  );
}

const useStyles = makeStyles({
  tabs: { justifyContent: 'center', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

// The desk itself: joins areas, list, reading view, compose window and pane; on a phone one of them at a time.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DeskMiddle } from './desk-middle.tsx';
import { DeskRail } from './desk-rail.tsx';
import { MailColumn } from './mail-column.tsx';
import { OfficePane } from './office-pane.tsx';
import { PhoneTabs } from './phone-tabs.tsx';
import { useDesk, type DeskProps } from './use-desk.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** Everything below the demo bar. */
export function Desk(props: DeskProps) {
  const { settings, graph, person } = props;
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const desk = useDesk(props);
  const { place, pane, mail } = desk;
  const shows = (view: typeof desk.view) => !isNarrow || desk.view === view;
  return (
    <div className={styles.desk}>
      <DeskRail place={place} onChoose={desk.setPlace} isNarrow={isNarrow} />
      <div className={styles.columns}>
        {place === 'mail' && (
          <MailColumn
            isHidden={!shows('list')}
            isFull={isNarrow}
            graph={graph}
            user={settings.user}
            address={person.address}
            chosenId={mail.chosenId}
            onChoose={desk.choose}
            onClear={mail.clear}
            onNew={desk.startMail}
          />
        )}
        {shows(place === 'mail' ? 'item' : 'list') && (
          <DeskMiddle graph={graph} user={settings.user} now={props.now} desk={desk} />
        )}
        <PaneColumn isShown={desk.isPaneShown} isHidden={!shows('pane')}>
          <OfficePane
            settings={settings}
            user={person}
            item={desk.item}
            isFull={isNarrow}
            pin={isNarrow ? null : { isPinned: pane.isPinned, onChange: pane.setIsPinned }}
            onOpen={desk.open}
            onClose={pane.close}
          />
        </PaneColumn>
      </div>
      {isNarrow && place !== 'toDo' && <PhoneTabs view={desk.view} onChoose={desk.setView} />}
    </div>
  );
}

interface PaneColumnProps {
  isShown: boolean;
  /** On a phone the pane keeps running while something else is looked at. */
  isHidden: boolean;
  children: ReactNode;
}

function PaneColumn({ isShown, isHidden, children }: PaneColumnProps) {
  const styles = useStyles();
  return isShown ? <div className={isHidden ? styles.hidden : styles.pane}>{children}</div> : null;
}

const useStyles = makeStyles({
  desk: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    '@media (max-width: 760px)': { flexDirection: 'column' },
  },
  columns: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  pane: {
    display: 'flex',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 760px)': { flexGrow: 1 },
  },
  hidden: { display: 'none' },
});

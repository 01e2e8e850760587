// The middle of the desk: the chosen mail, a draft, the calendar or the tasks.
import { Body1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { CalendarView } from './calendar-view.tsx';
import { ComposeWindow } from './compose-window.tsx';
import type { GraphClient } from './graph/graph-client.ts';
import { useInlinePictures } from './graph/use-mailbox.ts';
import { ReadingView } from './reading-view.tsx';
import { ToDoPage } from './to-do-page.tsx';
import type { DeskState } from './use-desk.ts';
import { useWords } from './words.ts';

interface DeskMiddleProps {
  graph: GraphClient;
  user: string;
  /** The server's time. */
  now: string;
  desk: DeskState;
}

/** What is read or written right now. */
export function DeskMiddle({ graph, user, now, desk }: DeskMiddleProps) {
  const { writing, pane, calendar } = desk;
  if (desk.place === 'toDo') return <ToDoPage graph={graph} user={user} />;
  if (writing.draft !== null) {
    return (
      <ComposeWindow
        graph={graph}
        draft={writing.draft}
        isPaneOpen={pane.isOpen && writing.inPane !== null}
        onOpenPane={desk.openPane}
        onSent={() => desk.endDraft(true)}
        onDiscard={() => desk.endDraft(false)}
      />
    );
  }
  if (desk.place === 'calendar') {
    return (
      <CalendarView
        graph={graph}
        user={user}
        now={now}
        chosenId={calendar.item?.id ?? null}
        onChoose={calendar.choose}
      />
    );
  }
  return <ChosenMail graph={graph} user={user} now={now} desk={desk} />;
}

function ChosenMail({ graph, user, desk }: DeskMiddleProps) {
  const styles = useStyles();
  const words = useWords();
  const { loaded, hasFailed } = desk.mail;
  const pictures = useInlinePictures(graph, user, loaded);
  return (
    <div className={styles.middle}>
      {desk.notice !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{desk.notice}</MessageBarBody>
        </MessageBar>
      )}
      {hasFailed && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.failed}</MessageBarBody>
        </MessageBar>
      )}
      {loaded === null ? (
        <Body1 className={styles.empty}>{words.nothingChosen}</Body1>
      ) : (
        <ReadingView
          item={loaded.item}
          pictures={pictures}
          isPaneOpen={desk.pane.isOpen}
          onOpenPane={desk.openPane}
          onReply={desk.startReply}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  middle: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  empty: { margin: 'auto', padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

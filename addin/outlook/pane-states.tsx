// What the pane says when there is no customer to show: nothing selected, internal mail, no rights.
import {
  CalendarLtr20Regular,
  CloudOff20Regular,
  LockClosed20Regular,
  Mail20Regular,
  People20Regular,
} from '@fluentui/react-icons';
import { useMessages } from '#screens/messages/use-messages.ts';
import { StateBlock } from '#screens/ui/state-block.tsx';

type PaneStateKind = 'noItem' | 'internal' | 'noPeople' | 'noAttendees' | 'noCustomer' | 'noRights';

const icons = {
  noItem: <Mail20Regular />,
  internal: <People20Regular />,
  noPeople: <Mail20Regular />,
  noAttendees: <CalendarLtr20Regular />,
  noCustomer: <People20Regular />,
  noRights: <LockClosed20Regular />,
} satisfies Record<PaneStateKind, unknown>;

/** One of the quiet states, with its sentence. */
export function PaneState({ kind }: { kind: PaneStateKind }) {
  const { title, text } = useMessages().pane[kind];
  return <StateBlock isPage icon={icons[kind]} title={title} text={text} />;
}

/** Outlook did not hand over the mail. */
export function ReadFailed({ onRetry }: { onRetry: () => void }) {
  const messages = useMessages();
  const { title, text } = messages.pane.readFailed;
  return (
    <StateBlock
      isPage
      isProblem
      icon={<CloudOff20Regular />}
      title={title}
      text={text}
      action={{ label: messages.common.retry, onPress: onRetry }}
    />
  );
}

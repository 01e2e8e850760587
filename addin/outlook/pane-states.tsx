// What the pane says when there is no customer to show: nothing selected, internal mail, no rights, not signed in.
import {
  CalendarLtr20Regular,
  CloudOff20Regular,
  LockClosed20Regular,
  Mail20Regular,
  People20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { CallError } from '#screens/call.ts';
import { useMessages } from '#screens/messages/use-messages.ts';
import { LoadProblem } from '#screens/ui/load-problem.tsx';
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

type SignInProblemProps = {
  error: CallError;
  /** Opens the sign-in window; rejects with CallError. */
  onSignIn: () => Promise<void>;
  onRetry: () => void;
};

/** Why nobody is known here: sign in, ask for a role, have an administrator agree, or the server is away. */
export function SignInProblem({ error: first, onSignIn, onRetry }: SignInProblemProps) {
  const messages = useMessages();
  const [latest, setLatest] = useState<CallError | null>(null);
  const error = latest ?? first;
  const sentence = messages.errors[error.code];
  const text = `${sentence.why} ${sentence.next} ${messages.common.reference(error.requestId)}`;
  if (error.code === 'not_signed_in' || error.code === 'token_expired') {
    const handleSignIn = () => {
      onSignIn().catch((cause: unknown) => {
        if (cause instanceof CallError) setLatest(cause);
        else throw cause;
      });
    };
    return (
      <StateBlock
        isPage
        icon={<LockClosed20Regular />}
        title={sentence.title}
        text={`${sentence.why} ${sentence.next}`}
        action={{ label: messages.common.signIn, onPress: handleSignIn }}
      />
    );
  }
  if (error.code === 'consent_required') {
    const href = consentUrlOf(error);
    return (
      <StateBlock
        isPage
        isProblem
        icon={<LockClosed20Regular />}
        title={sentence.title}
        text={text}
        action={{ label: messages.common.retry, onPress: onRetry }}
        {...(href === null ? {} : { link: { label: messages.pane.consentLink, href } })}
      />
    );
  }
  return <LoadProblem isPage error={error} onRetry={onRetry} />;
}

function consentUrlOf({ current }: CallError): string | null {
  if (typeof current !== 'object' || current === null || !('adminConsentUrl' in current)) return null;
  return typeof current.adminConsentUrl === 'string' ? current.adminConsentUrl : null;
}

// Why nobody is known here: sign in, ask for a role, have an administrator agree, or the server is away.
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { CallError } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { LoadProblem } from './load-problem.tsx';
import { StateBlock } from './state-block.tsx';

type SignInProblemProps = {
  error: CallError;
  /** Opens the sign-in window; rejects with CallError. */
  onSignIn: () => Promise<void>;
  onRetry: () => void;
};

/** Fills the page; a sign-in that fails says why in the same place. */
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

/** The link an administrator opens to agree; the server sends it along. */
function consentUrlOf({ current }: CallError): string | null {
  if (typeof current !== 'object' || current === null || !('adminConsentUrl' in current)) return null;
  return typeof current.adminConsentUrl === 'string' ? current.adminConsentUrl : null;
}

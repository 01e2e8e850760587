// A view whose data did not come: what happened, why, what next, with the one step that helps.
import { CloudOff20Regular, LockClosed20Regular } from '@fluentui/react-icons';
import type { CallError, ClientErrorCode } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { StateBlock } from './state-block.tsx';

type LoadProblemProps = { error: CallError; onRetry: () => void; isPage?: boolean };

/** Waiting does not change a missing right; only the others get a retry. */
const locked = new Set<ClientErrorCode>(['not_found', 'forbidden', 'no_role', 'consent_required']);

/** Fills a view or a section. */
export function LoadProblem({ error, onRetry, isPage = false }: LoadProblemProps) {
  const messages = useMessages();
  const sentence = messages.errors[error.code];
  const isLocked = locked.has(error.code);
  const reference = messages.common.reference(error.requestId);
  return (
    <StateBlock
      isProblem
      isPage={isPage}
      icon={isLocked ? <LockClosed20Regular /> : <CloudOff20Regular />}
      title={sentence.title}
      text={`${sentence.why} ${sentence.next} ${reference}`}
      {...(isLocked ? {} : { action: { label: messages.common.retry, onPress: onRetry } })}
    />
  );
}

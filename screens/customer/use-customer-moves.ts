// Unblocking, archiving and bringing back a customer: one press, a notice, and the way back in it.
import type { Customer } from '#contract/customer.ts';
import { moveCustomer } from '#contract/customer-moves.ts';
import type { CallError } from '../call.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';

type Move = 'unblock' | 'archive' | 'restore';
const back: Record<Exclude<Move, 'unblock'>, Exclude<Move, 'unblock'>> = {
  archive: 'restore',
  restore: 'archive',
};

export interface CustomerMoves {
  move: (move: Move) => void;
  isMoving: boolean;
  error: CallError | null;
}

export function useCustomerMoves(customer: Customer): CustomerMoves {
  const messages = useMessages();
  const { state: words } = useCustomerDataMessages();
  const notify = useNotify();
  const { send, isSending, error } = useSend(moveCustomer, {
    onDone: (moved, { move }) => {
      const titles = {
        block: words.blockDone,
        unblock: words.unblockDone,
        archive: words.archiveDone,
        restore: words.restoreDone,
      };
      const undo = move === 'archive' || move === 'restore' ? back[move] : null;
      notify({
        title: titles[move](moved.name),
        ...(undo === null
          ? {}
          : {
              action: {
                label: messages.common.undo,
                onPress: () => send({ id: moved.id, move: undo }, { ifMatch: moved.version }),
              },
            }),
      });
    },
  });
  return {
    move: (move) => send({ id: customer.id, move }, { ifMatch: customer.version }),
    isMoving: isSending,
    error,
  };
}

// Changing something on the server: one hook over TanStack Query. A second press while the first is under way does nothing.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Endpoint, Input, Reply } from '#contract/endpoint.ts';
import type { CallError, CallOptions } from './call.ts';
import { useFrame } from './use-frame.ts';

interface SendOptions<E extends Endpoint> {
  /** Runs once the server has acted, also when the screen is gone by then. */
  onDone?: (reply: Reply<E>, input: Input<E>) => void;
  onFailed?: (error: CallError, input: Input<E>) => void;
  /** First of several steps: what is on screen is asked for again only after the last. */
  isStep?: boolean;
}

export interface SendState<E extends Endpoint> {
  send: (input: Input<E>, options?: Omit<CallOptions, 'signal'>) => void;
  isSending: boolean;
  error: CallError | null;
  reply: Reply<E> | null;
  /** Forgets the last error or reply. */
  reset: () => void;
}

/** Sends on demand; afterwards every shown reply is asked for again. Idempotent endpoints keep one key until they succeed. */
export function useSend<E extends Endpoint>(endpoint: E, options: SendOptions<E> = {}): SendState<E> {
  const { call } = useFrame();
  const queries = useQueryClient();
  const isUnderWay = useRef(false);
  const ownKey = useRef<string | null>(null);
  type Letter = { input: Input<E>; options: CallOptions };

  const mutation = useMutation<Reply<E>, CallError, Letter>({
    mutationFn: (letter) => call(endpoint, letter.input, letter.options),
    onSuccess: (reply, letter) => {
      ownKey.current = null;
      options.onDone?.(reply, letter.input);
      if (!options.isStep) void queries.invalidateQueries();
    },
    onError: (error, letter) => options.onFailed?.(error, letter.input),
    onSettled: () => {
      isUnderWay.current = false;
    },
  });

  const send: SendState<E>['send'] = (input, callOptions = {}) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    if (endpoint.idempotent) ownKey.current ??= crypto.randomUUID();
    const key = callOptions.idempotencyKey ?? ownKey.current;
    mutation.mutate({ input, options: { ...callOptions, ...(key === null ? {} : { idempotencyKey: key }) } });
  };

  return {
    send,
    isSending: mutation.isPending,
    error: mutation.error,
    reply: mutation.data ?? null,
    reset: mutation.reset,
  };
}

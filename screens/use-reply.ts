// Reading from the server: one hook over TanStack Query. Sending: use-send.ts.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Endpoint, Input, Reply } from '#contract/endpoint.ts';
import type { CallError } from './call.ts';
import { serverTimeIn } from './server-clock.ts';
import { useFrame } from './use-frame.ts';

interface ReplyOptions<R> {
  /** Stands for the input in the cache; needed where the input is large (a mail's text). */
  key?: string;
  /** How long a reply counts as fresh. */
  freshMs?: number;
  /** Asks again after this time; a function may end it (null) once the reply is settled. */
  everyMs?: number | ((reply: R | null) => number | null);
  /** Shows the previous input's reply until the new one is there (searching, paging; never between mails). */
  keepPrevious?: boolean;
}

export interface ReplyState<R> {
  reply: R | null;
  error: CallError | null;
  /** Nothing to show yet. */
  isWaiting: boolean;
  isRefreshing: boolean;
  reload: () => void;
}

/** Asks the server and keeps the answer; `input` null asks nothing. An answer of an earlier input never shows under a later one. */
export function useReply<E extends Endpoint>(
  endpoint: E,
  input: Input<E> | null,
  options: ReplyOptions<Reply<E>> = {},
): ReplyState<Reply<E>> {
  const { call, clock } = useFrame();
  const { everyMs } = options;
  const query = useQuery<Reply<E>, CallError>({
    queryKey: [endpoint.name, options.key ?? input],
    enabled: input !== null,
    queryFn: async ({ signal }) => {
      if (input === null) throw new Error('A disabled query was run.');
      const reply = await call(endpoint, input, { signal });
      const serverTime = serverTimeIn(reply);
      if (serverTime !== null) clock.observe(serverTime);
      return reply;
    },
    staleTime: options.freshMs ?? 0,
    ...(everyMs === undefined
      ? {}
      : {
          refetchInterval: (of) =>
            (typeof everyMs === 'number' ? everyMs : everyMs(of.state.data ?? null)) ?? false,
        }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    reply: query.data ?? null,
    error: query.error,
    isWaiting: input !== null && query.isPending,
    isRefreshing: query.isFetching,
    reload: () => void query.refetch(),
  };
}

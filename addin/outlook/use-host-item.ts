// What lies beside the pane, read once per selection. The newest selection wins; a late answer of an earlier one is dropped.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Host, HostItem } from '#addin/host/host.ts';

export interface HostItemState {
  /** The last item that was read; while the next one is being read it is the previous one. */
  item: HostItem | null;
  isReading: boolean;
  /** The newest item could not be read. */
  hasFailed: boolean;
  retry: () => void;
}

export function useHostItem(host: Host): HostItemState {
  const [state, setState] = useState<Omit<HostItemState, 'retry'>>({
    item: null,
    isReading: true,
    hasFailed: false,
  });
  const newest = useRef(0);

  const read = useCallback(() => {
    newest.current += 1;
    const mine = newest.current;
    const isNewest = () => mine === newest.current;
    setState((before) => ({ ...before, isReading: true }));
    host.readItem().then(
      (item) => isNewest() && setState({ item, isReading: false, hasFailed: false }),
      (error: unknown) => {
        if (!isNewest()) return; // Also ItemChangedError: the change has started a read of its own.
        console.info('Item not read', error);
        setState({ item: null, isReading: false, hasFailed: true });
      },
    );
  }, [host]);

  useEffect(() => {
    read();
    const stop = host.onItemChanged(read);
    return () => {
      newest.current += 1;
      stop();
    };
  }, [host, read]);

  return { ...state, retry: read };
}

// The fields of a form: what the server suggested, with what the reader changed on top, kept until it was sent.
import { useState } from 'react';
import { browserStorage, createDraftStore } from './draft-store.ts';
import { useMe } from './use-me.ts';

const store = createDraftStore(browserStorage());

export interface Draft<T> {
  value: T;
  change: (part: Partial<T>) => void;
  /** Goes with every attempt to send this form, so that a retry acts once. */
  idempotencyKey: string;
  /** Keeps the form even when nothing was changed; called before sending. */
  keep: () => void;
  /** Sent, or given up. */
  clear: () => void;
}

/** `name` says whose form it is: the kind and the mail or customer it belongs to. Drafts are kept per user. */
export function useDraft<T extends object>(name: string, suggested: T): Draft<T> {
  const { reply: me } = useMe();
  const fullName = `${me?.id ?? 'nobody'}:${name}`;
  const [stored] = useState(() => store.read(fullName));
  const [idempotencyKey] = useState(() => stored?.idempotencyKey ?? crypto.randomUUID());
  // Only fields of T are ever written under this name.
  const [changes, setChanges] = useState<Partial<T>>(() => (stored?.changes ?? {}) as Partial<T>);

  const write = (all: Partial<T>) =>
    store.write(fullName, { changes: { ...all }, idempotencyKey, savedAt: Date.now() });

  return {
    value: { ...suggested, ...changes },
    change: (part) => {
      const all = { ...changes, ...part };
      setChanges(all);
      write(all);
    },
    idempotencyKey,
    keep: () => write(changes),
    clear: () => store.clear(fullName),
  };
}

// Notification messages above a draft, as Outlook keeps them: one per key, the newest in place of the one before.
import type { DraftNotes } from './office/item.ts';

/** No messages yet. */
export function createDraftNotes(): DraftNotes {
  const byKey = new Map<string, string>();
  const handlers = new Set<() => void>();
  let texts: readonly string[] = [];
  return {
    show(key, text) {
      if (text === null) byKey.delete(key);
      else byKey.set(key, text);
      texts = [...byKey.values()];
      for (const handle of handlers) handle();
    },
    list: () => texts,
    subscribe(handle) {
      handlers.add(handle);
      return () => void handlers.delete(handle);
    },
  };
}

// Half-typed input, kept on this device until it was sent: survives a mail switch, an error and a reload.

const prefix = 'kundencockpit.draft:';
const keptMs = 7 * 86_400_000;

export interface StoredDraft {
  changes: Record<string, unknown>;
  idempotencyKey: string;
  savedAt: number;
}

export interface DraftStore {
  read(name: string): StoredDraft | null;
  write(name: string, draft: StoredDraft): void;
  clear(name: string): void;
}

/** Keeps drafts for a week; where the browser refuses storage, as long as the page lives. */
export function createDraftStore(storage: Storage | null, nowMs: () => number = Date.now): DraftStore {
  const memory = new Map<string, string>();
  if (storage) dropOld(storage, nowMs());
  return {
    read: (name) => {
      const text = memory.get(name) ?? storage?.getItem(prefix + name) ?? null;
      return text === null ? null : parseDraft(text);
    },
    write: (name, draft) => {
      const text = JSON.stringify(draft);
      try {
        if (!storage) throw new Error('No storage.');
        storage.setItem(prefix + name, text);
      } catch {
        memory.set(name, text); // Full or forbidden storage must not cost the reader the form.
      }
    },
    clear: (name) => {
      memory.delete(name);
      storage?.removeItem(prefix + name);
    },
  };
}

function parseDraft(text: string): StoredDraft | null {
  try {
    // Written by write() above; anything else is treated as no draft.
    const draft = JSON.parse(text) as StoredDraft;
    return typeof draft.idempotencyKey === 'string' && typeof draft.changes === 'object' ? draft : null;
  } catch {
    return null;
  }
}

function dropOld(storage: Storage, nowMs: number): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const name of names) {
    if (!name?.startsWith(prefix)) continue;
    const draft = parseDraft(storage.getItem(name) ?? '');
    if (draft === null || nowMs - draft.savedAt > keptMs) storage.removeItem(name);
  }
}

/** The browser's storage, or null where it may not be touched (third-party frames, private windows). */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

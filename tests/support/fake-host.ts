// An Outlook for tests: a mail can be selected, and reading it can be made to take its time.
import type { Host, HostItem } from '#addin/host/host.ts';

export interface FakeHost extends Host {
  select: (item: HostItem) => void;
  /** Selects an item whose reading ends only when the answered function is called. */
  selectSlowly: (item: HostItem) => () => void;
  replies: string[];
}

export function createFakeHost(first: HostItem): FakeHost {
  let read: () => Promise<HostItem> = async () => first;
  const handlers = new Set<() => void>();
  const replies: string[] = [];
  const change = (next: () => Promise<HostItem>) => {
    read = next;
    for (const handle of handlers) handle();
  };
  return {
    language: 'de',
    theme: 'light',
    readItem: () => read(),
    onItemChanged: (handle) => {
      handlers.add(handle);
      return () => void handlers.delete(handle);
    },
    onThemeChanged: () => () => undefined,
    replyWith: async (html) => void replies.push(html),
    openUrl: () => undefined,
    select: (item) => change(async () => item),
    selectSlowly: (item) => {
      let finish: () => void = () => undefined;
      const reading = new Promise<HostItem>((done) => {
        finish = () => done(item);
      });
      change(() => reading);
      return finish;
    },
    replies,
  };
}

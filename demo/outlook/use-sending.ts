// The handlers of sending as Outlook runs them: in a frame that nobody sees, for as long as the mail is being written.
import { useEffect, useRef } from 'react';
import type { DraftItem, HostUser } from './office/item.ts';
import { openOfficeFrame, type OfficeFrame } from './office/office-frame.ts';
import type { PaneColours } from './office/office-frame.ts';

const colours: PaneColours = {
  bodyBackgroundColor: '#ffffff',
  bodyForegroundColor: '#000000',
  controlBackgroundColor: '#ffffff',
  controlForegroundColor: '#000000',
};
/** Outlook waits so long for a handler before it offers to send all the same. */
const sendLimitMs = 5_000;
const prepareLimitMs = 5_000;

export interface Sending {
  /** Recipients or attachments changed. */
  changed: (draft: DraftItem) => void;
  /** What the handlers want looked at once more; null lets the mail go. */
  ask: (draft: DraftItem) => Promise<string | null>;
}

interface SendingOptions {
  readonly draft: DraftItem;
  readonly user: HostUser;
  readonly locale: string;
  readonly title: string;
}

/** Opens the frame with the draft and closes it with the window. */
export function useSending({ draft, user, locale, title }: SendingOptions): Sending {
  const frame = useRef<OfficeFrame | null>(null);
  const first = useRef(draft);
  /** Handlers run one after the other: sending waits for what is under way. */
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const { name, address } = user;
  useEffect(() => {
    const container = document.createElement('div');
    container.hidden = true;
    document.body.append(container);
    const opened = openOfficeFrame({
      container,
      title,
      url: '/outlook/events.html',
      locale,
      user: { name, address },
      item: first.current,
      colours,
      onOpen: () => undefined,
    });
    frame.current = opened;
    running.current = opened.run('onKundencockpitCompose', prepareLimitMs);
    return () => {
      opened.close();
      container.remove();
    };
  }, [name, address, locale, title]);
  return {
    changed: (next) => {
      frame.current?.select(next);
      const change = frame.current?.run('onKundencockpitRecipients', prepareLimitMs);
      running.current = Promise.all([running.current, change]);
    },
    ask: async (next) => {
      await running.current;
      frame.current?.select(next);
      const completion = await frame.current?.run('onKundencockpitSend', sendLimitMs);
      return completion?.allowEvent === false ? (completion.errorMessage ?? '') : null;
    },
  };
}

// What AppFrame hands to every screen below it: the client, the language and the server's clock.
import { createContext, useContext } from 'react';
import type { Call, CallFile } from './call.ts';
import type { Language } from './messages/use-messages.ts';
import type { ServerClock } from './server-clock.ts';
import type { Notice } from './ui/use-notify.ts';

export interface ViewAs {
  /** Whose view is shown; null is one's own. */
  readonly userId: string | null;
  /** Everything on screen is asked for anew. */
  readonly change: (userId: string | null) => void;
}

export interface Frame {
  readonly call: Call;
  /** Null in hosts that offer no files. */
  readonly callFile: CallFile | null;
  /** "Ansehen als"; null in hosts that do not offer it. */
  readonly viewAs: ViewAs | null;
  readonly language: Language;
  readonly clock: ServerClock;
  /** Shows a notice; screens take it from useNotify(). */
  readonly notify: (notice: Notice) => void;
}

export const FrameContext = createContext<Frame | null>(null);

/** The surroundings of a screen; a screen outside AppFrame is a mistake of ours and throws. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error('A screen must stand inside AppFrame.');
  return frame;
}

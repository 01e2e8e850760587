// How much room a wide screen has. The pane never asks: it is drawn for 320 px and grows by itself.
import { useSyncExternalStore } from 'react';

/** narrow: a phone, one column; middle: a side panel, two; wide: three. */
export type Width = 'narrow' | 'middle' | 'wide';

const narrow = '(max-width: 599px)';
const middle = '(max-width: 1079px)';

/** Follows the window; wide where nobody can be asked. */
export function useWidth(): Width {
  return useSyncExternalStore(follow, widthNow);
}

function widthNow(): Width {
  if (typeof window.matchMedia !== 'function') return 'wide';
  if (window.matchMedia(narrow).matches) return 'narrow';
  return window.matchMedia(middle).matches ? 'middle' : 'wide';
}

function follow(handle: () => void): () => void {
  window.addEventListener('resize', handle);
  return () => window.removeEventListener('resize', handle);
}

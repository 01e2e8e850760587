// Whether the window is as narrow as a phone's, where one column is shown at a time.
import { useSyncExternalStore } from 'react';

const query = '(max-width: 760px)';

function subscribe(handle: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', handle);
  return () => media.removeEventListener('change', handle);
}

/** True below 760 px. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

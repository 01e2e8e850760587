// Navigation in the tab by the address' hash; "back" never leaves the tab.
import { useCallback, useEffect, useRef, useState } from 'react';
import { hashOf, placeOf, type Place } from './place.ts';

/** The place, the way to another one, and the way back (to `home` when nothing lies before). */
export function usePlace(home: Place) {
  const [place, setPlace] = useState<Place>(() => placeOf(window.location.hash));
  const depth = useRef(0);
  useEffect(() => {
    const follow = () => setPlace(placeOf(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const go = useCallback((next: Place) => {
    if (hashOf(next) === window.location.hash) return;
    depth.current += 1;
    window.location.hash = hashOf(next);
  }, []);
  const goBack = useCallback(() => {
    if (depth.current === 0) return go(home);
    depth.current -= 1;
    window.history.back();
  }, [go, home]);
  return { place, go, goBack };
}

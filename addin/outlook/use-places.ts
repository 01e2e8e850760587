// Where the reader is in the pane: a stack kept in memory, since office.js nulls history.pushState. The cockpit lies at its foot.
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { GoTo, Place } from '#screens/cockpit/place.ts';

interface Places {
  place: Place;
  goTo: GoTo;
  /** Leaves the present place for another, so that back does not lead to a finished form. */
  replace: GoTo;
  back: () => void;
  /** Goes on the element that holds the cockpit. */
  home: RefObject<HTMLDivElement | null>;
}

/** Going back returns the focus to what opened the place. */
export function usePlaces(): Places {
  const [stack, setStack] = useState<Place[]>([]);
  const home = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const isHome = stack.length === 0;

  useEffect(() => {
    if (!isHome || opener.current === null) return;
    focusAgain(opener.current, home.current);
    opener.current = null;
  }, [isHome]);

  const goTo: GoTo = (place) => {
    if (isHome) opener.current = document.activeElement;
    setStack(place.kind === 'cockpit' ? [] : [...stack, place]);
  };
  return {
    place: stack.at(-1) ?? { kind: 'cockpit' },
    goTo,
    replace: (place) => setStack(place.kind === 'cockpit' ? [] : [...stack.slice(0, -1), place]),
    back: () => setStack(stack.slice(0, -1)),
    home,
  };
}

/** A menu's entry is gone by then; its "…" button takes the focus instead. */
function focusAgain(opener: Element, home: HTMLElement | null): void {
  const target = opener.isConnected ? opener : home?.querySelector('#action-more');
  if (target instanceof HTMLElement) target.focus();
}

// Keeps the chosen tab in sight where a row of tabs is wider than the screen.
import { useEffect, useRef, type RefObject } from 'react';

/** For the element around the tabs; `chosen` is what changes. */
export function useShowChosen(chosen: string): RefObject<HTMLElement | null> {
  const around = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = around.current;
    const tab = row?.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    if (!row || !tab) return;
    // Only sideways, and only the row: the page stays where it is.
    const { left, right } = row.getBoundingClientRect();
    const at = tab.getBoundingClientRect();
    if (at.left < left) row.scrollLeft -= left - at.left;
    else if (at.right > right) row.scrollLeft += at.right - right;
  }, [chosen]);
  return around;
}

// A value that follows another one once it has stood still for a moment: typing asks the server once, not per letter.
import { useEffect, useState } from 'react';

const quietMs = 300;

/** Compared by content: a value that is built anew with the same content changes nothing. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    // The text is this value, written down and read back.
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), quietMs);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.stringify(settled) === text ? value : settled;
}

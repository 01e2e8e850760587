// The format of the reader's language, with "today" from the server's clock.
import { createFormat, type Format } from './format.ts';
import { useFrame } from './use-frame.ts';

/** Formatting functions for this screen; made anew with every drawing, so "heute" is never yesterday's. */
export function useFormat(): Format {
  const { language, clock } = useFrame();
  return createFormat(language, clock.now());
}

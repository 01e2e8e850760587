// Before a picture or axe: what fades in or out is waited for, as its colours are half way.
import type { Page } from '@playwright/test';

const longestMs = 2_000;

/** Waits for the short animations of the tab or the pane; what turns for ever, and a toast's own time, are not waited for. */
export async function settle(page: Page): Promise<void> {
  for (const frame of page.frames().filter((one) => /(tab|pane)\.html/.test(one.url()))) {
    await frame.evaluate(async (limit) => {
      const isShort = (animation: Animation) =>
        Number(animation.effect?.getComputedTiming().endTime ?? 0) <= limit;
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(isShort)
          .map((one) => one.finished),
      );
    }, longestMs);
  }
}

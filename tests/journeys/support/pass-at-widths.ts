// A place of the tab as a plain page: axe at its own width, and nothing sideways at a phone's, a side panel's and a desk's.
import { expect, type Page } from '@playwright/test';
import { pass } from './pass.ts';

/** `pass`, and the same page at 320, 720 and 1280 px; leaves the window as it was. */
export async function passAtWidths(page: Page, place: string): Promise<void> {
  await pass(page, place);
  const before = page.viewportSize();
  for (const width of [320, 720, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, `${place} scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
  }
  if (before !== null) await page.setViewportSize(before);
}

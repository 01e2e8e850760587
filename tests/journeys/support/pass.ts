// What every place must pass: axe at WCAG 2.2 AA, and nothing wider than its window. SHOTS=FOLDER keeps a picture of each.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settle } from './settle.ts';

const shots = process.env['SHOTS'];

/** Fails with what axe found, or where a frame of ours scrolls sideways; `include` narrows what axe looks at. */
export async function pass(page: Page, place: string, include: string[] = []): Promise<void> {
  await settle(page);
  const builder = new AxeBuilder({ page });
  if (include.length > 0) builder.include(include);
  const { violations } = await builder
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Stops of Fluent's own focus handling: they hand the focus on and are never read.
    .exclude('[data-tabster-dummy]')
    .exclude(['iframe', '[data-tabster-dummy]'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`),
  );
  expect(found, place).toEqual([]);
  for (const frame of page.frames().filter((one) => /(tab|pane)\.html/.test(one.url()))) {
    const beyond = await frame.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, place).toBe(0);
  }
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${place}.png` });
}

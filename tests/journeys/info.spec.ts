// The pages a newcomer reads: the first page of the demo, help, privacy and terms; without JavaScript where it is not needed.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/test.ts';

const infoPages = [
  ['/hilfe', 'Hilfe', 'Help'],
  ['/datenschutz', 'Datenschutz', 'Privacy'],
  ['/nutzung', 'Nutzungsbedingungen', 'Terms of use'],
] as const;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('the first page leads to help, privacy and terms, in the language of the demo', async ({
  page,
  server,
}) => {
  await page.goto(server.origin);
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption({ label: 'English' });
  await page.getByRole('link', { name: 'Privacy' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();
  await page.getByRole('link', { name: 'To the demo' }).click();
  await expect(page.getByRole('link', { name: 'Open Outlook' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 1280, height: 1600 } });

    test('the first page and the three pages pass axe', async ({ page, server }) => {
      for (const path of ['/', ...infoPages.map(([path]) => path)]) {
        await page.goto(`${server.origin}${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        if (path === '/') await expect(page.getByRole('radio').first()).toBeVisible();
        // Fluent puts these beside a group of radio buttons; they pass the focus on and are never stopped at.
        const axe = new AxeBuilder({ page }).withTags(tags).exclude('[data-tabster-dummy]');
        const { violations } = await axe.analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        expect(found, path).toEqual([]);
      }
    });
  });
}

test.describe('without JavaScript, at 320 px', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test('help, privacy and terms can be read and changed to English', async ({ page, server }) => {
    for (const [path, german, english] of infoPages) {
      await page.goto(`${server.origin}${path}`);
      await expect(page.getByRole('heading', { level: 1, name: german })).toBeVisible();
      const { width } = (await page.locator('main').boundingBox()) ?? { width: Infinity };
      expect(width, path).toBeLessThanOrEqual(320);
      const beyond = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(beyond, path).toBe(0);

      await page.getByRole('link', { name: 'English' }).click();
      await expect(page.getByRole('heading', { level: 1, name: english })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    }
  });
});

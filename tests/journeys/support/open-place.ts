// The tab without the Teams around it, at an address of its own.
import { expect, type Page } from '@playwright/test';

/** Opens a place of the tab (`#/complaints`) as this sample person. */
export async function openPlace(page: Page, origin: string, user: string, place: string): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
  await page.goto(`${origin}/teams/tab.html${place}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

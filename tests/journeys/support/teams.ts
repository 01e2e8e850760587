// The demo's Teams as a person uses it: the bot's chat with its cards, and the personal tab.
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { ShortName } from './outlook.ts';

export class Teams {
  readonly page: Page;
  readonly tab: FrameLocator;
  readonly origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
    this.tab = page.frameLocator('main iframe');
  }

  async openAs(user: ShortName): Promise<void> {
    await this.page.goto(`${this.origin}/icon.svg`);
    await this.page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
    await this.page.goto(`${this.origin}/demo/teams/`);
  }

  async openChat(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Apps' }).getByRole('button', { name: /Chat$/ }).click();
  }

  /** The card in the bot's chat whose title has this text. */
  card(text: string | RegExp): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { name: text }) });
  }

  async openTab(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Apps' })
      .getByRole('button', { name: 'Kundencockpit' })
      .click();
    await this.page.getByRole('tab', { name }).click();
    await expect(this.tab.locator('body')).toBeVisible();
  }
}

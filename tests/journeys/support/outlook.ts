// The demo's Outlook as a person uses it: choosing mails at the left, reading and pressing in the pane at the right.
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export type ShortName = 'anna' | 'jonas' | 'ben' | 'petra' | 'holger' | 'miriam' | 'dieter';

export class Outlook {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
    this.pane = page.frameLocator('aside iframe[title="Kundencockpit"]');
  }

  /** Opens Outlook as this person, who has answered Office.js's own question before. */
  async openAs(user: ShortName, address = '/demo/outlook/'): Promise<void> {
    await this.page.goto(`${this.origin}/icon.svg`);
    await this.page.evaluate((name) => {
      localStorage.setItem('kundencockpit.demo.user', name);
      localStorage.setItem('OfficeJSTrustKeyV2_http_localhost', '{"Result":1}');
    }, user);
    await this.page.goto(`${this.origin}${address}`);
    await expect(this.mails().first()).toBeVisible();
  }

  mails(): Locator {
    return this.page.getByRole('list', { name: /Nachrichten|Messages/ }).getByRole('button');
  }

  /** The mail whose row has this text (sender, subject or beginning). */
  mail(text: string | RegExp): Locator {
    return this.mails().filter({ hasText: text }).first();
  }

  async choose(text: string | RegExp): Promise<void> {
    await this.mail(text).click();
  }

  async openFolder(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async openPlace(name: 'E-Mail' | 'Kalender' | 'To Do'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Bereiche' }).getByRole('button', { name }).click();
  }

  /** Changes the person in the demo bar. */
  async becomes(name: string): Promise<void> {
    const person = this.page.getByRole('combobox', { name: 'Sie arbeiten als' });
    const label = await person.locator('option', { hasText: name }).textContent();
    await person.selectOption({ label: label ?? name });
    await expect(this.mails().first()).toBeVisible();
  }

  /** The name at the head of the pane: person or company. */
  person(name: string | RegExp): Locator {
    return this.pane.getByRole('heading', { level: 1, name });
  }

  /** Text of the pane that can be seen. */
  says(text: string | RegExp): Locator {
    return this.pane.getByText(text).filter({ visible: true }).first();
  }

  async press(name: string | RegExp): Promise<void> {
    const exact = typeof name === 'string';
    await this.pane.getByRole('button', { name, exact }).filter({ visible: true }).first().click();
  }

  /** Logs the chosen mail as it is proposed. */
  async log(): Promise<void> {
    await this.press('Ablegen');
    await expect(this.pane.getByRole('heading', { name: 'E-Mail ablegen' })).toBeVisible();
    await this.press('Ablegen');
    await this.showsLogged('Anna Brandl');
  }

  /** The pane says that the chosen mail is logged, and by whom. */
  async showsLogged(by: string): Promise<void> {
    await expect(this.says(/^Abgelegt am/)).toBeVisible();
    await expect(this.says(`von ${by}`)).toBeVisible();
  }
}

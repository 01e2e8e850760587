// Where a task leads back to: the mail in Outlook, the customer in the cockpit. Pure.
import type { Config } from '#api/config.ts';

type Addresses = Pick<Config, 'mode' | 'publicUrl' | 'teamsAppId'>;

/** Opens the mail with this REST id in the reader's own Outlook (the form of Graph's `webLink`). */
export function mailLinkOf(config: Addresses, itemId: string): string {
  const id = encodeURIComponent(itemId);
  if (config.mode === 'demo') return `${config.publicUrl}/demo/outlook/?mail=${id}`;
  return `https://outlook.office365.com/owa/?ItemID=${id}&exvsurl=1&viewmodel=ReadMessageItem`;
}

/** Opens the customer's cockpit: in Teams where the app is known there, else in the browser. */
export function customerLinkOf(config: Addresses, customerId: string): string {
  const place = `customer/${customerId}`;
  if (config.teamsAppId === null) return `${config.publicUrl}/teams/tab.html#/${place}`;
  const context = encodeURIComponent(JSON.stringify({ subEntityId: `customer:${customerId}` }));
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(config.teamsAppId)}/customer?context=${context}`;
}

// Roaming settings of the add-in: kept in the person's mailbox by Outlook, in this browser by the demo.
import type { HostUser } from './item.ts';

const keyOf = ({ address }: HostUser) => `kundencockpit-demo-roaming:${address}`;

/** Each setting as JSON, as Office.js wrote it. */
export function readRoaming(user: HostUser): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(keyOf(user)) ?? '{}') as Record<string, string>; // only saveRoaming writes it
  } catch {
    return {};
  }
}

export function saveRoaming(user: HostUser, settings: unknown): void {
  localStorage.setItem(keyOf(user), JSON.stringify(settings ?? {}));
}

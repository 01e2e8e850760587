// Mails for which this person wants no complaint suggested; kept on this device, the last ones only.

const keptMails = 200;
const nameOf = (userId: string) => `kundencockpit.no-complaint:${userId}`;

/** The Message-IDs, the newest last. */
function listDismissed(storage: Storage | null, userId: string): string[] {
  try {
    // Written by dismissOffer(); anything else counts as nothing.
    const list: unknown = JSON.parse(storage?.getItem(nameOf(userId)) ?? '[]');
    return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Whether the offer was put away for this mail before. */
export function isOfferDismissed(storage: Storage | null, userId: string, messageId: string): boolean {
  return listDismissed(storage, userId).includes(messageId);
}

/** Puts the offer away; where the browser refuses storage, only until the mail is opened again. */
export function dismissOffer(storage: Storage | null, userId: string, messageId: string): void {
  const list = [...listDismissed(storage, userId).filter((one) => one !== messageId), messageId];
  try {
    storage?.setItem(nameOf(userId), JSON.stringify(list.slice(-keptMails)));
  } catch {
    // Full storage must not cost the reader anything but the memory.
  }
}

// Mails as Graph sends them, and as the demo's Outlook uses them.
import type { ItemAttachment, ItemPerson } from '../office/item.ts';

interface WireRecipient {
  readonly emailAddress: { readonly name?: string; readonly address?: string };
}

export interface WireMessage {
  readonly id: string;
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly subject: string;
  readonly bodyPreview: string;
  readonly receivedDateTime: string;
  readonly sentDateTime: string;
  readonly hasAttachments: boolean;
  readonly isRead: boolean;
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  readonly from?: WireRecipient;
  readonly toRecipients: readonly WireRecipient[];
  readonly ccRecipients: readonly WireRecipient[];
}

export interface WireAttachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string | null;
  readonly size: number;
  readonly isInline: boolean;
  readonly contentId: string | null;
}

/** A person of a header; mails without a sender have an empty one. */
export function toPerson(recipient: WireRecipient | undefined): ItemPerson {
  return { name: recipient?.emailAddress.name ?? '', address: recipient?.emailAddress.address ?? '' };
}

/** The name to show for a person: the name, else the address. */
export function nameOf(person: ItemPerson): string {
  return person.name || person.address;
}

/** An attachment as Office.js hears of it. */
export function toAttachment({ id, name, contentType, size, isInline }: WireAttachment): ItemAttachment {
  return { id, name, contentType: contentType ?? '', sizeBytes: size, isInline };
}

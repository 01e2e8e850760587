// What the demo's Outlook has selected, and how Office.js wants to be told about it.
export interface ItemPerson {
  readonly name: string;
  readonly address: string;
}

export interface ItemAttachment {
  /** REST id, as Graph has it. */
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly isInline: boolean;
}

export interface MessageItem {
  readonly kind: 'message';
  readonly id: string;
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly subject: string;
  readonly from: ItemPerson | null;
  readonly to: readonly ItemPerson[];
  readonly cc: readonly ItemPerson[];
  readonly sentAt: string;
  readonly bodyText: string;
  readonly bodyHtml: string;
  readonly attachments: readonly ItemAttachment[];
  /** Address of the shared mailbox in which it lies; null in one's own. */
  readonly sharedMailbox: string | null;
  /** Internet headers as text; the demo's mails have none worth telling. */
  readonly headers?: string;
}

export interface AppointmentItem {
  readonly kind: 'appointment';
  readonly id: string;
  readonly subject: string;
  readonly location: string;
  readonly organizer: ItemPerson;
  readonly attendees: readonly ItemPerson[];
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Notification messages of a draft by their key, for whoever draws them. */
export interface DraftNotes {
  show(key: string, text: string | null): void;
  /** The same list until something changes. */
  readonly list: () => readonly string[];
  readonly subscribe: (handle: () => void) => () => void;
}

/** A mail being written; the window that shows it changes these fields. */
export interface DraftItem {
  readonly kind: 'draft';
  readonly subject: string;
  readonly from: ItemPerson;
  readonly to: readonly ItemPerson[];
  readonly cc: readonly ItemPerson[];
  readonly bodyHtml: string;
  readonly attachments?: readonly ItemAttachment[];
  /** What add-ins keep with the draft: session data, the same for the pane and for handlers. */
  readonly kept?: Map<string, string>;
  /** What they say above it. */
  readonly notes?: DraftNotes;
}

export type OutlookItem = MessageItem | AppointmentItem | DraftItem;

export interface HostUser {
  readonly name: string;
  readonly address: string;
}

const itemTypes = { message: 1, appointment: 2, draft: 4, none: 6 } as const;
/** As the manifests ask for it: 3 = may read and write the item; handlers keep data with a draft. */
const readWriteItem = 3;
const recipientTypes = { user: 2, external: 3 } as const;

/** REST ids are the URL-safe spelling of the ids Exchange hands to add-ins; Office.js turns them back. */
export function toExchangeId(restId: string): string {
  return restId.replaceAll('-', '/').replaceAll('_', '+');
}

/** The initial data of Office.js for this selection, null for none. */
export function toInitialData(item: OutlookItem | null, user: HostUser): Record<string, unknown> {
  const base = {
    hostVersion: '16.0.0.0',
    owaView: 'ThreeColumns',
    userDisplayName: user.name,
    userEmailAddress: user.address,
    userTimeZone: 'W. Europe Standard Time',
    userProfileType: 'enterprise',
    ewsUrl: '',
    restUrl: '',
    permissionLevel: readWriteItem,
    isRestIdSupported: false,
    timeZoneOffsets: null,
  };
  if (item === null) return { ...base, itemType: itemTypes.none };
  return { ...base, itemType: itemTypes[item.kind], ...fieldsOf(item, user) };
}

function fieldsOf(item: OutlookItem, user: HostUser): Record<string, unknown> {
  const person = (one: ItemPerson) => toPerson(one, user);
  if (item.kind === 'draft') return { subject: item.subject, conversationId: '', attachments: [] };
  if (item.kind === 'appointment') {
    return {
      id: toExchangeId(item.id),
      subject: item.subject,
      normalizedSubject: item.subject,
      location: item.location,
      itemClass: 'IPM.Appointment',
      organizer: person(item.organizer),
      to: item.attendees.map(person),
      cc: [],
      start: Date.parse(item.startsAt),
      end: Date.parse(item.endsAt),
      dateTimeCreated: Date.parse(item.startsAt),
      dateTimeModified: Date.parse(item.startsAt),
      attachments: [],
    };
  }
  const from = item.from === null ? null : person(item.from);
  return {
    id: toExchangeId(item.id),
    subject: item.subject,
    normalizedSubject: item.subject.replace(/^((re|aw|fw|wg|fwd):\s*)+/i, ''),
    internetMessageId: item.internetMessageId,
    conversationId: item.conversationId,
    itemClass: 'IPM.Note',
    from,
    sender: from,
    to: item.to.map(person),
    cc: item.cc.map(person),
    bcc: [],
    dateTimeCreated: Date.parse(item.sentAt),
    dateTimeModified: Date.parse(item.sentAt),
    attachments: item.attachments.map(toAttachment),
    isFromSharedFolder: item.sharedMailbox !== null,
  };
}

function toPerson({ name, address }: ItemPerson, user: HostUser) {
  const isColleague = address.split('@')[1] === user.address.split('@')[1];
  return { name, address, recipientType: isColleague ? recipientTypes.user : recipientTypes.external };
}

function toAttachment({ id, name, contentType, sizeBytes, isInline }: ItemAttachment) {
  return { id: toExchangeId(id), name, contentType, size: sizeBytes, isInline, attachmentType: 0 };
}

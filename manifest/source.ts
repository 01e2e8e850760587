// The one source of both manifests: names, sentences, pages and platform levels. Ids and hosts come from the settings.
import { z } from 'zod';

const host = z
  .string()
  .regex(/^https:\/\/[^/]+$/, 'an https origin without a path, for example https://cockpit.firma.de');

/** What differs between two installations; `npm run manifest -- --settings FILE` reads it from JSON. */
export const ManifestSettings = z.strictObject({
  publicUrl: host,
  /** App registration of the API, whose tokens the pane asks for. */
  entraClientId: z.uuid(),
  /** App registration of the bot: its own, never the API's (see docs/decisions). */
  botId: z.uuid(),
  /** Ids of the two packages; keep them for ever once uploaded. */
  unifiedId: z.uuid(),
  xmlId: z.uuid(),
  company: z.string().min(1).max(32),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
});
export type ManifestSettings = z.infer<typeof ManifestSettings>;

/** Filled in for `npm run validate` and the tests; an installation brings its own. */
export const sampleSettings: ManifestSettings = {
  publicUrl: 'https://cockpit.example.com',
  entraClientId: '3d6b1f50-6f0e-4b53-9a5a-6d1d53c1f001',
  botId: '3d6b1f50-6f0e-4b53-9a5a-6d1d53c1f002',
  unifiedId: '3d6b1f50-6f0e-4b53-9a5a-6d1d53c1f003',
  xmlId: '3d6b1f50-6f0e-4b53-9a5a-6d1d53c1f004',
  company: 'Kundencockpit',
  version: '0.1.0',
};

export const pages = {
  pane: '/outlook/pane.html',
  tab: '/teams/tab.html',
  events: '/outlook/events.html',
  eventScript: '/outlook/events.js',
  support: '/hilfe',
  privacy: '/datenschutz',
  terms: '/nutzung',
} as const;

/** The kind of notice in a person's activity feed when there is no bot; api/outside/activity-feed.ts sends it. */
export const noticeType = 'escalationDecision';

/** Where Outlook offers the pane; the names of the unified manifest and of the XML one. */
export const surfaces = [
  { unified: 'mailRead', xml: 'MessageReadCommandSurface' },
  { unified: 'mailCompose', xml: 'MessageComposeCommandSurface' },
  { unified: 'meetingDetailsOrganizer', xml: 'AppointmentOrganizerCommandSurface' },
  { unified: 'meetingDetailsAttendee', xml: 'AppointmentAttendeeCommandSurface' },
] as const;

/** The lowest Outlook that can show the pane: pinning and item changes came with 1.5. */
export const mailboxVersion = '1.5';
/** The handlers of sending: Smart Alerts came with 1.12; older Outlooks have the pane and no guard. */
export const sendingVersion = '1.12';
/** What Outlook runs by itself; the functions are those of addin/outlook/sending/events.ts. */
export const sendingEvents = [
  { unified: 'newMessageComposeCreated', xml: 'OnNewMessageCompose', handler: 'onKundencockpitCompose' },
  {
    unified: 'messageRecipientsChanged',
    xml: 'OnMessageRecipientsChanged',
    handler: 'onKundencockpitRecipients',
  },
  {
    unified: 'messageAttachmentsChanged',
    xml: 'OnMessageAttachmentsChanged',
    handler: 'onKundencockpitAttachments',
  },
  { unified: 'messageSending', xml: 'OnMessageSend', handler: 'onKundencockpitSend' },
] as const;
/** Only sending has a mode: people may always send all the same. */
export const sendingEvent = 'messageSending';

export const ribbonIconSizes = [16, 32, 80] as const;
export const mobileIconSizes = [25, 32, 48] as const;
export const mobileIconScales = [1, 2, 3] as const;

/** Every sentence a person reads in the manifests, German first. */
export const texts = {
  de: {
    short: 'Kundencockpit',
    full: 'Kundencockpit für Outlook und Teams',
    xmlName: 'Kundencockpit (Mac und mobil)',
    descriptionShort: 'Der Kunde neben der E-Mail: erkennen, ablegen, nachfassen.',
    descriptionFull:
      'Neben der E-Mail zeigt das Kundencockpit, was Ihr Unternehmen über diesen Kunden weiß: Reklamationen, Wiedervorlagen, Angebote, Umsatz und die letzten Kontakte. Aus der E-Mail wird mit wenigen Klicks ein Kontakt, eine Reklamation mit Frist oder eine Aufgabe in Ihrem To Do. Führungskräfte entscheiden eskalierte Reklamationen in Teams.',
    button: 'Kundencockpit',
    buttonTip: 'Zeigt den Kunden zu dieser E-Mail oder diesem Termin.',
    dayTab: 'Mein Tag',
    complaintsTab: 'Reklamationen',
    customerTab: 'Kunden',
    visitsTab: 'Besuche',
    listsTab: 'Listen',
    botHelp: 'Zeigt, was der Bot kann.',
    botFollowUps: 'Ihre offenen Wiedervorlagen.',
    commands: { help: 'hilfe', followUps: 'meine Wiedervorlagen' },
    extension: {
      customers: ['Kunden', 'Einen Kunden suchen und als Karte einfügen.'],
      contacts: ['Ansprechpartner', 'Einen Ansprechpartner suchen und als Karte einfügen.'],
      complaints: ['Reklamationen', 'Eine Reklamation suchen und als Karte einfügen.'],
      message_log: ['Zum Kunden ablegen', 'Legt diese Nachricht in der Historie des Kunden ab.'],
      message_complaint: ['Beschwerde daraus', 'Legt aus dieser Nachricht eine Reklamation an.'],
      message_follow_up: ['Wiedervorlage daraus', 'Setzt zu dieser Nachricht eine Wiedervorlage.'],
      text: ['Suchbegriff', 'Name, Nummer oder Ort; Tippfehler schaden nicht.'],
    },
    notice: {
      description: 'Eine eskalierte Reklamation wartet auf Ihre Entscheidung.',
      text: 'Ihre Entscheidung ist gefragt: {complaint}',
    },
  },
  en: {
    short: 'Kundencockpit',
    full: 'Kundencockpit for Outlook and Teams',
    xmlName: 'Kundencockpit (Mac and mobile)',
    descriptionShort: 'The customer beside the mail: recognise, log, follow up.',
    descriptionFull:
      'Beside the mail, Kundencockpit shows what your company knows about this customer: complaints, follow-ups, quotes, revenue and the last contacts. With a few clicks the mail becomes a logged contact, a complaint with a deadline or a task in your To Do. Managers decide escalated complaints in Teams.',
    button: 'Kundencockpit',
    buttonTip: 'Shows the customer behind this mail or appointment.',
    dayTab: 'My day',
    complaintsTab: 'Complaints',
    customerTab: 'Customers',
    visitsTab: 'Visits',
    listsTab: 'Lists',
    botHelp: 'Shows what the bot can do.',
    botFollowUps: 'Your open follow-ups.',
    commands: { help: 'help', followUps: 'my follow-ups' },
    extension: {
      customers: ['Customers', 'Find a customer and insert a card.'],
      contacts: ['Contacts', 'Find a contact and insert a card.'],
      complaints: ['Complaints', 'Find a complaint and insert a card.'],
      message_log: ['Log to customer', 'Logs this message in the history of the customer.'],
      message_complaint: ['Make it a complaint', 'Records a complaint from this message.'],
      message_follow_up: ['Make it a follow-up', 'Sets a follow-up for this message.'],
      text: ['Search term', 'Name, number or place; typing errors do no harm.'],
    },
    notice: {
      description: 'An escalated complaint waits for your decision.',
      text: 'Your decision is needed: {complaint}',
    },
  },
} as const;

// What the page that plays Teams says itself, in both languages; everything of the product speaks for itself.

const de = {
  notMicrosoft:
    'Diese Seite spielt Microsoft Teams nach, damit Sie Kundencockpit ohne Mandanten ausprobieren können. Sie ist kein Produkt von Microsoft.',
  rail: 'Apps',
  chat: 'Chat',
  tab: 'Kundencockpit',
  tabTitle: 'Registerkarte Kundencockpit',
  chatTitle: 'Kundencockpit-Bot',
  chatAbout: (name: string) => `Chat von ${name} mit dem Bot`,
  chatEmptyTitle: 'Noch keine Nachricht',
  chatEmpty:
    'Eskalierte Reklamationen erscheinen hier als Karte. Schreiben Sie „Hilfe“, um zu sehen, was der Bot kann.',
  chatLost: 'Der Chat ist gerade nicht erreichbar. Wir versuchen es weiter.',
  write: 'Nachricht an den Bot',
  send: 'Senden',
  notSent: 'Nicht gesendet. Ihr Text bleibt hier erhalten. Versuchen Sie es erneut.',
  you: 'Sie',
  edited: 'bearbeitet',
  lost: 'Der Bot hat nicht geantwortet. Drücken Sie erneut; eine Entscheidung wirkt nur einmal.',
  unread: (count: number) => `${count} neu`,
  loading: 'Chat wird geladen',
};

const en: typeof de = {
  notMicrosoft:
    'This page imitates Microsoft Teams so that you can try Kundencockpit without a tenant. It is not a Microsoft product.',
  rail: 'Apps',
  chat: 'Chat',
  tab: 'Kundencockpit',
  tabTitle: 'Kundencockpit tab',
  chatTitle: 'Kundencockpit bot',
  chatAbout: (name) => `${name}’s chat with the bot`,
  chatEmptyTitle: 'No messages yet',
  chatEmpty: 'Escalated complaints appear here as a card. Write “help” to see what the bot can do.',
  chatLost: 'The chat cannot be reached right now. We keep trying.',
  write: 'Message to the bot',
  send: 'Send',
  notSent: 'Not sent. Your text is kept here. Try again.',
  you: 'You',
  edited: 'edited',
  lost: 'The bot did not answer. Press again; a decision takes effect only once.',
  unread: (count) => `${count} new`,
  loading: 'Loading chat',
};

export type Words = typeof de;
export const words = { de, en };

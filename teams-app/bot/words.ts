// What the bot says, German first; the compiler proves that English has every sentence.

export const german = {
  greeting: (name: string) =>
    `Guten Tag, ${name}. Eskalierte Reklamationen erscheinen hier als Karte. Schreiben Sie **Hilfe**, wenn Sie wissen möchten, was ich noch kann.`,
  welcome:
    'Guten Tag. Hier erscheinen eskalierte Reklamationen als Karte, sobald Sie am Zug sind. Schreiben Sie **Hilfe**, wenn Sie wissen möchten, was ich noch kann.',
  help: 'Das können Sie schreiben:\n\n**Kunde** und ein Name, eine Nummer oder ein Ort, zum Beispiel: Kunde Hollerbach. Tippfehler schaden nicht.\n\n**Meine Wiedervorlagen** für das, was bei Ihnen ansteht, zum Erledigen und Verschieben\n\nNachrichten aus Chats legen Sie über „…“ und Kundencockpit beim Kunden ab.\n\nEskalationen entscheiden Sie direkt in der Karte.',
  notUnderstood:
    'Das habe ich nicht verstanden. Schreiben Sie zum Beispiel **Kunde Hollerbach** oder **Meine Wiedervorlagen**. Mit **Hilfe** sehen Sie alles.',
  unknownPerson:
    'Ich kenne Sie noch nicht. Öffnen Sie einmal die App Kundencockpit in Teams oder Outlook, oder bitten Sie Ihre Administration um eine Rolle.',
  onlyPersonal:
    'Hier lesen alle mit. Schreiben Sie mir im persönlichen Chat, dann antworte ich. Nachrichten legen Sie über „…“ und Kundencockpit ab.',
  customersFound: (text: string) => `Kunden zu „${text}“`,
  noCustomers: (text: string) =>
    `Zu „${text}“ habe ich keinen Kunden gefunden, den Sie sehen dürfen. Versuchen Sie einen Teil des Namens, den Ort oder die Kundennummer.`,
  noFollowUps: 'Bei Ihnen steht keine Wiedervorlage an.',
  openHint: 'Tippen Sie auf einen Eintrag, um den Kunden zu öffnen.',
  moreHint: 'Es gibt weitere. Schreiben Sie mehr vom Namen, den Ort oder die Kundennummer.',
  notYourTurn: (name: string | null) =>
    name === null
      ? 'Sie sind hier nicht am Zug. Es ist nichts geschehen.'
      : `Am Zug ist ${name}. Sie können hier nichts entscheiden. Es ist nichts geschehen.`,
  notPossible: 'Das geht in diesem Stand nicht mehr. Öffnen Sie den Kunden für den neuesten Stand.',
  incomplete: 'Bitte ergänzen Sie eine Begründung und senden Sie noch einmal.',
  notFound: 'Diese Reklamation ist nicht für Sie freigegeben. Fragen Sie Ihre Administration.',
  unknownButton: 'Diesen Knopf kenne ich nicht. Die Karte ist vermutlich veraltet.',
  failed: 'Das hat nicht geklappt. Es ist nichts geschehen. Bitte versuchen Sie es gleich noch einmal.',
};

export type BotWords = typeof german;

export const english: BotWords = {
  greeting: (name) =>
    `Hello ${name}. Escalated complaints appear here as a card. Write **help** to see what else I can do.`,
  welcome:
    'Hello. Escalated complaints appear here as a card when it is your turn. Write **help** to see what else I can do.',
  help: 'You can write:\n\n**Customer** and a name, number or place, for example: customer Hollerbach. Typing errors do no harm.\n\n**My follow-ups** for what is due with you, to finish or put off\n\nYou log messages of chats to a customer by “…” and Kundencockpit.\n\nYou decide escalations right in the card.',
  notUnderstood:
    'I did not understand that. Try **customer Hollerbach** or **my follow-ups**. **Help** shows everything.',
  unknownPerson:
    'I do not know you yet. Open the Kundencockpit app in Teams or Outlook once, or ask your administrator for a role.',
  onlyPersonal:
    'Everybody reads along here. Write to me in our personal chat and I will answer. You log messages by “…” and Kundencockpit.',
  customersFound: (text) => `Customers for “${text}”`,
  noCustomers: (text) =>
    `I found no customer for “${text}” that you may see. Try part of the name, the place or the customer number.`,
  noFollowUps: 'No follow-up is due with you.',
  openHint: 'Choose an entry to open the customer.',
  moreHint: 'There are more. Write more of the name, the place or the customer number.',
  notYourTurn: (name) =>
    name === null
      ? 'It is not your turn here. Nothing has happened.'
      : `It is the turn of ${name}. You cannot decide here. Nothing has happened.`,
  notPossible: 'That is no longer possible. Open the customer to see how things stand.',
  incomplete: 'Please add a reason and send again.',
  notFound: 'This complaint is not shared with you. Ask your administrator.',
  unknownButton: 'I do not know this button. The card is probably out of date.',
  failed: 'That did not work. Nothing has happened. Please try again in a moment.',
};

/** The words for the language of a Teams client, `en-US`; German for all others. */
export function wordsFor(language: 'de' | 'en'): BotWords {
  return language === 'en' ? english : german;
}

export function languageOf(locale: string | undefined): 'de' | 'en' {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'de';
}

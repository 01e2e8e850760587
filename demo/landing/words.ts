// The sentences of the demo's first page. `en` is typed by `de`, so that none is forgotten.
import type { DemoLanguage } from '../bar/settings.ts';

const de = {
  title: 'Kundencockpit',
  what: 'Das CRM, das dort ist, wo Sie arbeiten: neben der E-Mail in Outlook und in Teams. Es zeigt zu jeder E-Mail, was Ihr Haus über den Kunden weiß, und macht aus ihr mit einem Klick einen Kontaktbericht, eine Reklamation oder eine Wiedervorlage in Microsoft To Do.',
  honest:
    'Diese Demo läuft nur auf Ihrem Rechner. Die Firma Brenner & Lohse, ihre Kunden und alle E-Mails sind erfunden. Die Seiten, die Outlook und Teams spielen, sind kein Microsoft-Produkt.',
  people: 'Wer möchten Sie sein?',
  peopleHint: 'Sie können jederzeit oben in der Leiste wechseln.',
  sees: {
    sales: 'sieht die Kunden des Gebiets',
    manager: 'sieht alles, entscheidet',
    admin: 'sieht alles, richtet ein',
    partner: 'nur freigegebene Kunden',
  },
  steps: 'So sehen Sie in fünf Minuten das Wichtigste',
  stepList: [
    'Outlook öffnen und die E-Mail „Türschließer verlieren Öl“ von Sabine Tietz wählen: Rechts erscheint das Cockpit von Hollerbach Metallbau.',
    'Die E-Mail ablegen, daraus eine Reklamation aufnehmen und eine Wiedervorlage setzen. Die Wiedervorlage finden Sie links unter „To Do“.',
    'Oben zu Petra Lohmann wechseln und Teams öffnen: Unter „Chat“ liegt die Karte zur Eskalation. Entscheiden Sie. Zurück bei Anna Brandl steht die Entscheidung im Cockpit.',
  ],
  consentTitle: 'Einmal „OK“, bevor es losgeht',
  consent:
    'Beim ersten Öffnen fragt Microsofts eigenes Programm (Office.js), ob „localhost“ als Microsoft Office auftreten darf: „Die Domäne localhost fungiert als Microsoft Office …“. Das ist diese Demo auf Ihrem Rechner. Wählen Sie „OK“.',
  openOutlook: 'Outlook öffnen',
  openTeams: 'Teams öffnen',
  more: 'Mehr dazu',
  links: [
    ['/hilfe', 'Hilfe'],
    ['/datenschutz', 'Datenschutz'],
    ['/nutzung', 'Nutzungsbedingungen'],
  ] as [string, string][],
  failed: 'Die Beispielpersonen konnten nicht geladen werden. Läuft der Server noch?',
  retry: 'Erneut versuchen',
};
const en: typeof de = {
  title: 'Kundencockpit',
  what: 'The CRM that lives where you work: beside the email in Outlook, and in Teams. For every email it shows what your company knows about the customer, and turns it into a logged contact, a complaint or a follow-up in Microsoft To Do with one click.',
  honest:
    'This demo runs on your computer only. The company Brenner & Lohse, its customers and all emails are invented. The pages that play Outlook and Teams are not a Microsoft product.',
  people: 'Who would you like to be?',
  peopleHint: 'You can switch at any time in the bar above.',
  sees: {
    sales: 'sees the customers of the territory',
    manager: 'sees everything, decides',
    admin: 'sees everything, sets up',
    partner: 'shared customers only',
  },
  steps: 'The essentials in five minutes',
  stepList: [
    'Open Outlook and choose the email “Türschließer verlieren Öl” from Sabine Tietz: the cockpit of Hollerbach Metallbau appears on the right.',
    'Log the email, record a complaint from it and set a follow-up. You find the follow-up on the left under “To Do”.',
    'Switch to Petra Lohmann above and open Teams: the escalation card is under “Chat”. Decide. Back as Anna Brandl you find the decision in the cockpit.',
  ],
  consentTitle: 'One “OK” before you start',
  consent:
    'The first time, Microsoft’s own program (Office.js) asks whether “localhost” may act as Microsoft Office: “The domain localhost is acting as Microsoft Office …”. That is this demo on your computer. Choose “OK”.',
  openOutlook: 'Open Outlook',
  openTeams: 'Open Teams',
  more: 'More about it',
  links: [
    ['/hilfe', 'Help'],
    ['/datenschutz', 'Privacy'],
    ['/nutzung', 'Terms of use'],
  ],
  failed: 'The sample people could not be loaded. Is the server still running?',
  retry: 'Try again',
};

/** The sentences of the first page in one language. */
export function landingWords(language: DemoLanguage): typeof de {
  return language === 'de' ? de : en;
}

// Merkmale: filled in beside a customer or contact, defined in the settings.
import type { AttributeRecordKind, AttributeType } from '#contract/attribute.ts';
import type { Role } from '#contract/user.ts';

const types: Record<AttributeType, string> = {
  text: 'Text',
  number: 'Zahl',
  date: 'Datum',
  yes_no: 'Ja/Nein',
  choice: 'Auswahl',
  multiple_choice: 'Mehrfachauswahl',
  money: 'Betrag in Euro',
};
const recordKinds: Record<AttributeRecordKind, string> = {
  customer: 'Kunden',
  contact: 'Ansprechpartner',
};
const roles: Record<Role, string> = {
  sales: 'Vertrieb',
  manager: 'Leitung',
  admin: 'Administration',
  partner: 'Partner',
};

export const attributes = {
  title: 'Merkmale',
  loading: 'Merkmale werden geladen',
  none: 'Noch nichts eingetragen.',
  edit: 'Bearbeiten',
  editOf: (title: string) => `${title} bearbeiten`,
  titleOf: (name: string) => `Merkmale von ${name}`,
  save: 'Speichern',
  cancel: 'Abbrechen',
  saved: 'Merkmale gespeichert',
  failed: 'Nicht gespeichert',
  conflict: {
    title: 'Inzwischen geändert',
    text: 'Jemand anderes hat diesen Eintrag gespeichert.',
    theirs: 'Deren Stand zeigen',
    mine: 'Meinen Stand speichern',
  },
  yes: 'Ja',
  no: 'Nein',
  open: 'Keine Angabe',
  inEuro: (label: string) => `${label} (€)`,
  required: 'Bitte füllen Sie dieses Merkmal aus.',
  notANumber: 'Geben Sie eine Zahl ein.',
  types,
  recordKinds,
  roles,
  settings: {
    intro:
      'Felder, die Ihr Unternehmen selbst festlegt. Sie erscheinen sofort bei Kunden und Ansprechpartnern, in Listen, Suche, Import und Export.',
    add: 'Neues Merkmal',
    none: 'Noch keine Merkmale.',
    retired: 'stillgelegt',
    required: 'Pflicht',
    uses: (count: string) => (count === '1' ? '1 Eintrag' : `${count} Einträge`),
    unused: 'nicht verwendet',
    editTitle: (label: string) => `Merkmal „${label}“`,
    recordKind: 'Gehört zu',
    labelDe: 'Name (deutsch)',
    labelEn: 'Name (englisch)',
    type: 'Art',
    group: 'Gruppe',
    groupHint: 'Merkmale mit derselben Gruppe stehen zusammen.',
    choices: 'Auswahlwerte',
    choiceDe: (number: string) => `Wert ${number} (deutsch)`,
    choiceEn: (number: string) => `Wert ${number} (englisch)`,
    addChoice: 'Wert hinzufügen',
    retireChoice: (label: string) => `Wert „${label}“ stilllegen`,
    restoreChoice: (label: string) => `Wert „${label}“ wieder anbieten`,
    isRequired: 'Muss ausgefüllt werden',
    visibleTo: 'Wer sieht es',
    adminSees: 'Die Administration sieht jedes Merkmal.',
    searchable: 'In der Suche finden',
    searchableHint: 'Nur möglich, wenn Vertrieb, Leitung und Administration es sehen.',
    retire: 'Stilllegen',
    restore: 'Wieder verwenden',
    retireHint: 'Stillgelegte Merkmale sind ausgeblendet; ihre Werte bleiben erhalten.',
    delete: 'Löschen',
    deleted: 'Merkmal gelöscht',
    saved: 'Merkmal gespeichert',
    inUse: (uses: string, failing: string) =>
      uses === failing
        ? `${uses} Einträge verwenden dieses Merkmal. Legen Sie es still, statt es zu löschen.`
        : `${failing} von ${uses} Werten passen nicht. Ändern Sie zuerst diese Einträge.`,
    typeFails: (uses: string, failing: string) =>
      `${failing} von ${uses} vorhandenen Werten lassen sich nicht umwandeln. Ändern Sie zuerst diese Einträge.`,
    missingLabel: 'Geben Sie einen Namen ein.',
    missingChoice: 'Geben Sie mindestens einen Wert ein.',
  },
};

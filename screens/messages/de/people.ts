// "Menschen und Rechte": who works here, what they see, and seeing as they do.
import type { Role } from '#contract/user.ts';

const roles: Record<Role, string> = {
  sales: 'Vertrieb',
  manager: 'Leitung',
  admin: 'Administration',
  partner: 'Partner',
};

export const people = {
  roles,
  title: 'Menschen und Rechte',
  intro:
    'Rolle, Gebiete und geteilte Kunden gelten ab der nächsten Anfrage. Wer Kundencockpit zum ersten Mal öffnet, erscheint hier von selbst.',
  loading: 'Menschen werden geladen',
  empty: 'Noch niemand bekannt',
  emptyText: 'Sobald sich jemand anmeldet, steht die Person hier.',
  noRole: 'Ohne Rolle (kein Zugang)',
  inactive: 'Zugang gesperrt',
  role: 'Rolle',
  roleHint: 'Nennt Microsoft Entra bei der Anmeldung eine Rolle, gilt jene.',
  territories: 'Gebiete',
  manager: 'Vorgesetzt',
  deputy: 'Vertretung',
  nobody: 'Niemand',
  active: 'Darf sich anmelden',
  shared: 'Geteilte Kunden',
  sharedHint: 'Partner sehen nur diese, ohne Umsätze und Bewertung.',
  noShared: 'Noch kein Kunde geteilt.',
  unshare: (name: string) => `${name} nicht mehr teilen`,
  share: 'Kunden teilen',
  save: 'Speichern',
  saved: 'Rechte gespeichert',
  failed: 'Nicht gespeichert',
  stale: 'Jemand hat diese Rechte inzwischen geändert. Öffnen Sie die Person noch einmal.',
  lastAdmin: 'Das ist die letzte Person mit der Rolle „Administration“.',
  viewAs: (name: string) => `Ansehen als ${name}`,
};

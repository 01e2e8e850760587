// A mail that looks like a complaint: the offer beside it, and what was found in its text.
export const complaintOffer = {
  title: 'Sieht nach einer Reklamation aus',
  because: (words: string) => `Erkannt an ${words}`,
  take: 'Aufnehmen',
  dismiss: 'Keine Reklamation',
  dismissed: 'Für diese E-Mail nicht mehr vorgeschlagen.',
  inText: 'In der E-Mail erkannt',
  isComplaint: (words: string) => `Reklamation: ${words}`,
  unknownOrder: (number: string) => `Auftrag ${number}: bei diesem Kunden nicht gefunden`,
  article: (name: string) => `Artikel ${name}`,
  lot: (name: string) => `Charge ${name}`,
  quantity: (count: number, words: string) => `Menge ${count}: ${words}`,
};

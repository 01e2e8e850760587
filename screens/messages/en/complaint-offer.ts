// A mail that looks like a complaint, in English.
import type { complaintOffer as german } from '../de/complaint-offer.ts';

export const complaintOffer: typeof german = {
  title: 'Looks like a complaint',
  because: (words) => `Recognised by ${words}`,
  take: 'Record it',
  dismiss: 'Not a complaint',
  dismissed: 'No longer suggested for this email.',
  inText: 'Read from the email',
  isComplaint: (words) => `Complaint: ${words}`,
  unknownOrder: (number) => `Order ${number}: not found with this customer`,
  article: (name) => `Item ${name}`,
  lot: (name) => `Batch ${name}`,
  quantity: (count, words) => `Quantity ${count}: ${words}`,
};

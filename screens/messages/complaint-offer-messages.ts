// The sentences around a mail that looks like a complaint, downloaded with their parts.
import { useFrame } from '../use-frame.ts';
import { complaintOffer } from './de/complaint-offer.ts';
import { complaintOffer as complaintOfferEn } from './en/complaint-offer.ts';
import type { Language } from './use-messages.ts';

export type ComplaintOfferMessages = typeof complaintOffer;
const catalogues: Record<Language, ComplaintOfferMessages> = { de: complaintOffer, en: complaintOfferEn };

/** The catalogue of the offer in the reader's language. */
export function useComplaintOfferMessages(): ComplaintOfferMessages {
  return catalogues[useFrame().language];
}

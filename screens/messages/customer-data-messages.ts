// The sentences of master data, which come with the forms that need them.
import { useFrame } from '../use-frame.ts';
import { customerData } from './de/customer-data.ts';
import { customerData as customerDataEn } from './en/customer-data.ts';
import type { Language } from './use-messages.ts';

export type CustomerDataMessages = typeof customerData;
const catalogues: Record<Language, CustomerDataMessages> = { de: customerData, en: customerDataEn };

/** The catalogue of master data in the reader's language. */
export function useCustomerDataMessages(): CustomerDataMessages {
  return catalogues[useFrame().language];
}

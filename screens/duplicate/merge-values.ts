// What the fields of a merge say, as people read them: codes get their word, terms their units.
import type { ContactMergeField, CustomerMergeField } from '#contract/merge.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { useFormat } from '../use-format.ts';

export type MergeField = CustomerMergeField | ContactMergeField;

/** Writes a value of a field; what has no word of its own stands as it is. */
export function useMergeValues(): (field: MergeField, value: string) => string {
  const { kinds, salutations, contact } = useCustomerDataMessages();
  const { phases } = useMessages().cockpit;
  const writeTerms = useTerms();
  const words: Partial<Record<MergeField, Readonly<Record<string, string>>>> = {
    kind: kinds,
    phase: phases,
    salutation: salutations,
    language: contact.languages,
  };
  return (field, value) => (field === 'terms' ? writeTerms(value) : (words[field]?.[value] ?? value));
}

/** `30|2.00|10|500000|frei Haus`: days, discount, its days, credit limit in cents, delivery. */
function useTerms(): (value: string) => string {
  const format = useFormat();
  const words = useWideMessages().customerPage.facts;
  return (value) => {
    const [days = '', percent = '', within = '', limit = '', delivery = ''] = value.split('|');
    const discount = percent && words.discount(format.percent(Number(percent), 1), within || null);
    const parts = [
      days && words.termDays(days),
      discount,
      limit && `${words.creditLimit} ${format.euro(Number(limit))}`,
      delivery,
    ];
    return parts.filter(Boolean).join(' · ');
  };
}

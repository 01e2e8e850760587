// The fixed fields of a customer as text in a form, and back. Pure.
import type { Customer } from '#contract/customer.ts';
import type { WideMessages } from '../messages/wide-messages.ts';

export interface FactFields {
  targetGroup: string;
  employees: string;
  shareOfWalletPercent: string;
  competitor: string;
  phone: string;
}

export function factFieldsOf(customer: Customer): FactFields {
  return {
    targetGroup: customer.targetGroup ?? '',
    employees: customer.employees === null ? '' : String(customer.employees),
    shareOfWalletPercent: (customer.shareOfWalletPercent?.toString() ?? '').replace('.', ','),
    competitor: customer.competitor ?? '',
    phone: customer.phone ?? '',
  };
}

/** What the server is sent; an empty field takes the value away. */
export function changesOf(fields: FactFields) {
  return {
    targetGroup: textOf(fields.targetGroup),
    employees: numberOf(fields.employees),
    shareOfWalletPercent: numberOf(fields.shareOfWalletPercent),
    competitor: textOf(fields.competitor),
    phone: textOf(fields.phone),
  };
}

export function factProblems(
  fields: FactFields,
  words: WideMessages['customerPage']['editFacts'],
): Record<string, string> {
  const employees = numberOf(fields.employees) ?? 0;
  const share = numberOf(fields.shareOfWalletPercent) ?? 0;
  return {
    ...(Number.isInteger(employees) && employees >= 0 ? {} : { employees: words.notANumber }),
    ...(share >= 0 && share <= 100 ? {} : { shareOfWalletPercent: words.percentRange }),
  };
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** "45", "45 %" and "12,5" as people write them; NaN when it is no number. */
function numberOf(text: string): number | null {
  const plain = text.replaceAll(/[\s%]/g, '').replace(',', '.');
  return plain === '' ? null : Number(plain);
}

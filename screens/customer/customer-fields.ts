// A customer's master data as fields of a form, and back. Pure.
import type { Customer, createCustomer, CustomerRef, updateCustomer } from '#contract/customer.ts';
import type { Input } from '#contract/endpoint.ts';
import type { Person } from '#contract/user.ts';
import type { CustomerDataMessages } from '../messages/customer-data-messages.ts';

export interface CustomerFields {
  kind: Customer['kind'];
  name: string;
  number: string;
  phone: string;
  domains: string;
  street: string;
  postcode: string;
  city: string;
  country: string;
  owner: Person | null;
  targetGroup: string;
  sector: string;
  phase: Customer['phase'];
  parent: CustomerRef | null;
  employees: string;
  shareOfWalletPercent: string;
  competitor: string;
}

export function fieldsOf(customer: Customer): CustomerFields {
  const { kind, name, country, owner, phase, parent } = customer;
  return {
    kind,
    name,
    country,
    owner,
    phase,
    parent,
    number: textOf(customer.number),
    phone: textOf(customer.phone),
    domains: customer.domains.join(', '),
    street: textOf(customer.street),
    postcode: textOf(customer.postcode),
    city: textOf(customer.city),
    targetGroup: textOf(customer.targetGroup),
    sector: textOf(customer.sector),
    employees: textOf(customer.employees),
    shareOfWalletPercent: textOf(customer.shareOfWalletPercent),
    competitor: textOf(customer.competitor),
  };
}

function textOf(value: string | number | null): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : (value ?? '');
}

export const noFields: CustomerFields = {
  kind: 'company',
  name: '',
  number: '',
  phone: '',
  domains: '',
  street: '',
  postcode: '',
  city: '',
  country: 'DE',
  owner: null,
  targetGroup: '',
  sector: '',
  phase: 'acquisition',
  parent: null,
  employees: '',
  shareOfWalletPercent: '',
  competitor: '',
};

type Changes = Omit<Input<typeof updateCustomer>, 'id'>;

const asText = (text: string) => (text.trim() === '' ? null : text.trim());
const asDomains = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What the server is sent for each field; an empty one takes the value away. */
const senders: { [N in keyof CustomerFields]: (value: CustomerFields[N]) => Changes } = {
  kind: (kind) => ({ kind }),
  name: (name) => ({ name: name.trim() }),
  number: (number) => ({ number: asText(number) }),
  phone: (phone) => ({ phone: asText(phone) }),
  domains: (domains) => ({ domains: asDomains(domains) }),
  street: (street) => ({ street: asText(street) }),
  postcode: (postcode) => ({ postcode: asText(postcode) }),
  city: (city) => ({ city: asText(city) }),
  country: (country) => ({ country: country.trim().toUpperCase() }),
  owner: (owner) => ({ ownerId: owner?.id ?? null }),
  targetGroup: (targetGroup) => ({ targetGroup: asText(targetGroup) }),
  sector: (sector) => ({ sector: asText(sector) }),
  phase: (phase) => ({ phase }),
  parent: (parent) => ({ parentId: parent?.id ?? null }),
  employees: (employees) => ({ employees: numberOf(employees) }),
  shareOfWalletPercent: (share) => ({ shareOfWalletPercent: numberOf(share) }),
  competitor: (competitor) => ({ competitor: asText(competitor) }),
};

/** The changed fields as the server takes them. */
export function changesOf(changed: Partial<CustomerFields>): Changes {
  const names = Object.keys(changed) as (keyof CustomerFields)[]; // the keys of Partial<CustomerFields>
  const one = <N extends keyof CustomerFields>(name: N) => {
    const value = changed[name];
    return value === undefined ? {} : senders[name](value);
  };
  return Object.assign({}, ...names.map(one)) as Changes; // the parts above
}

/** A new customer as the server takes it. */
export function newCustomerOf(fields: CustomerFields): Input<typeof createCustomer> {
  const { kind, name, country, owner, parent } = fields;
  return {
    kind,
    name: name.trim(),
    country: country.trim().toUpperCase(),
    ownerId: owner?.id ?? null,
    parentId: parent?.id ?? null,
    number: asText(fields.number),
    phone: asText(fields.phone),
    domains: kind === 'private' ? [] : asDomains(fields.domains),
    street: asText(fields.street),
    postcode: asText(fields.postcode),
    city: asText(fields.city),
    targetGroup: asText(fields.targetGroup),
    sector: asText(fields.sector),
  };
}

/** The sentence of every field that is not fit to be sent. */
export function problemsIn(
  fields: CustomerFields,
  words: CustomerDataMessages['form'],
  required: string,
): Record<string, string> {
  const employees = numberOf(fields.employees) ?? 0;
  const share = numberOf(fields.shareOfWalletPercent) ?? 0;
  return {
    ...(fields.name.trim() === '' ? { name: required } : {}),
    ...(/^[A-Za-z]{2}$/.test(fields.country.trim()) ? {} : { country: words.countryShape }),
    ...(Number.isInteger(employees) && employees >= 0 ? {} : { employees: words.notANumber }),
    ...(share >= 0 && share <= 100 ? {} : { shareOfWalletPercent: words.percentRange }),
  };
}

/** "45", "45 %" and "12,5" as people write them; NaN when it is no number. */
function numberOf(text: string): number | null {
  const plain = text.replaceAll(/[\s%]/g, '').replace(',', '.');
  return plain === '' ? null : Number(plain);
}

// The fields for a new customer, what the server read from address and signature, and the input made from them. Pure.
import type { SenderDraft } from '#contract/cockpit.ts';
import type { createCustomer } from '#contract/customer.ts';
import type { Input } from '#contract/endpoint.ts';
import type { Person } from '#contract/user.ts';
import type { LegalBasis } from '../messages/de/customer.ts';

export const legalBases: readonly LegalBasis[] = ['enquiry', 'contract', 'consent'];

export interface SenderFields {
  name: string;
  companyName: string;
  owner: Person;
  jobTitle: string;
  phone: string;
  street: string;
  postcode: string;
  city: string;
  legalBasis: LegalBasis;
}

/** `me` looks after whoever has no owner by territory. */
export function suggestedSender(sender: SenderDraft, me: Person): SenderFields {
  const { name, companyName, jobTitle, phone, street, postcode, city } = sender;
  return {
    name,
    companyName,
    owner: sender.owner ?? me,
    jobTitle,
    phone,
    street,
    postcode,
    city,
    legalBasis: 'enquiry',
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** Without a company name the sender is a private customer. A free-mail domain never becomes the company's. */
export function toCustomerInput(fields: SenderFields, sender: SenderDraft): Input<typeof createCustomer> {
  const company = orNull(fields.companyName);
  const phone = orNull(fields.phone);
  const domain = sender.email.split('@')[1];
  return {
    name: company ?? fields.name.trim(),
    kind: company === null ? 'private' : 'company',
    ownerId: fields.owner.id,
    street: orNull(fields.street),
    postcode: orNull(fields.postcode),
    city: orNull(fields.city),
    domains: sender.isFreeMail || company === null || domain === undefined ? [] : [domain],
    legalBasis: fields.legalBasis,
    contact: {
      name: fields.name.trim(),
      jobTitle: orNull(fields.jobTitle),
      emails: [sender.email],
      phones: phone === null ? [] : [phone],
      language: sender.language,
    },
  };
}

/** Names of the required fields that are still empty. */
export function missingFields(fields: SenderFields, sender: SenderDraft): ('name' | 'companyName')[] {
  return [
    ...(fields.name.trim() === '' ? (['name'] as const) : []),
    ...(fields.companyName.trim() === '' && !sender.isFreeMail ? (['companyName'] as const) : []),
  ];
}

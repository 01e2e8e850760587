// A contact as fields of a form, and back. Pure.
import type { Contact, createContact, updateContact } from '#contract/customer.ts';
import type { Input } from '#contract/endpoint.ts';

export type EmailLine = Contact['emailDetails'][number];
export type PhoneLine = Pick<Contact['phoneDetails'][number], 'number' | 'kind'>;

export interface ContactFields {
  name: string;
  salutation: NonNullable<Contact['salutation']> | '';
  title: string;
  jobTitle: string;
  roles: string[];
  emails: EmailLine[];
  phones: PhoneLine[];
  language: 'de' | 'en' | '';
}

export const noContact: ContactFields = {
  name: '',
  salutation: '',
  title: '',
  jobTitle: '',
  roles: [],
  emails: [{ address: '', kind: 'work' }],
  phones: [{ number: '', kind: 'work' }],
  language: '',
};

/** At least one empty line of each stands ready. */
export function fieldsOf(contact: Contact): ContactFields {
  const { name, salutation, title, jobTitle, roles, emailDetails, phoneDetails, language } = contact;
  const phones = phoneDetails.map(({ number, kind }) => ({ number, kind }));
  return {
    name,
    roles,
    salutation: salutation ?? '',
    title: title ?? '',
    jobTitle: jobTitle ?? '',
    emails: emailDetails.length === 0 ? noContact.emails : emailDetails,
    phones: phones.length === 0 ? noContact.phones : phones,
    language: language ?? '',
  };
}

type Changes = Omit<Input<typeof updateContact>, 'id'>;
const asText = (text: string) => (text.trim() === '' ? null : text.trim());

const senders: { [N in keyof ContactFields]: (value: ContactFields[N]) => Changes } = {
  name: (name) => ({ name: name.trim() }),
  salutation: (salutation) => ({ salutation: salutation === '' ? null : salutation }),
  title: (title) => ({ title: asText(title) }),
  jobTitle: (jobTitle) => ({ jobTitle: asText(jobTitle) }),
  roles: (roles) => ({ roles }),
  emails: (emails) => ({
    emails: emails
      .map(({ address, kind }) => ({ address: address.trim(), kind }))
      .filter(({ address }) => address !== ''),
  }),
  phones: (phones) => ({
    phones: phones
      .map(({ number, kind }) => ({ number: number.trim(), kind }))
      .filter(({ number }) => number !== ''),
  }),
  language: (language) => ({ language: language === '' ? null : language }),
};

/** The changed fields as the server takes them. */
export function changesOf(changed: Partial<ContactFields>): Changes {
  const names = Object.keys(changed) as (keyof ContactFields)[]; // the keys of Partial<ContactFields>
  const one = <N extends keyof ContactFields>(name: N) => {
    const value = changed[name];
    return value === undefined ? {} : senders[name](value);
  };
  return Object.assign({}, ...names.map(one)) as Changes; // the parts above
}

/** A new contact as the server takes it. */
export function newContactOf(customerId: string, fields: ContactFields): Input<typeof createContact> {
  return { customerId, ...changesOf(fields), name: fields.name.trim() };
}

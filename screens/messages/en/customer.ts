// Customers and contacts in English.
import type { customer as german } from '../de/customer.ts';

export const customer: typeof german = {
  suggestionReasons: {
    same_domain: 'Same domain',
    similar_name: 'Similar name',
    same_phone: 'Same phone number',
  },
  legalBases: { enquiry: 'enquiry of the sender', contract: 'contract', consent: 'consent' },
  search: {
    label: 'Search customer, person or number',
    results: 'Customers found',
    nothing: (text) => `Nothing found for “${text}”. Check the spelling or the customer number.`,
  },
  correct: {
    heading: 'Assign customer',
    text: (address) => `${address} will then belong to the customer you choose, for the whole team.`,
    failed: 'Not assigned',
  },
  unknown: {
    title: 'Unknown sender',
    detail: 'No contact in the cockpit yet',
    suggestions: 'Perhaps already known',
    assign: 'Assign',
    assignTo: (name) => `Assign to ${name}`,
    freeMail: 'Private address: no company read from it.',
  },
  form: {
    heading: 'Create new',
    fromSignature: 'Suggested from the signature',
    name: 'Name',
    company: 'Company',
    companyHint: 'Please check: abbreviated in the signature.',
    owner: 'Owner',
    ownerHint: (territory) => `Suggested by territory ${territory}`,
    jobTitle: 'Job title',
    phone: 'Phone',
    email: 'Email',
    postcode: 'Postcode',
    city: 'City',
    street: 'Street',
    legalBasis: 'Legal basis',
    legalBasisIs: (basis) => `Legal basis: ${basis}`,
    createAndLog: 'Create and log',
    createOnly: 'Create only',
    assignOther: 'Assign to another customer',
    failed: 'Not created',
    logFailed: 'Customer created, email not logged yet',
    created: (name) => `${name} created`,
    ownerRequired: 'Please choose who looks after the customer.',
  },
  contact: {
    heading: 'New contact',
    save: 'Create',
    note: (customerName) => `Is created with ${customerName}.`,
    failed: 'Not created',
  },
};

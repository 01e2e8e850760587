// One good call per endpoint of the contract, about the records it is given; tests change one thing in it.
import * as activity from '#contract/activity.ts';
import * as attribute from '#contract/attribute.ts';
import * as cockpit from '#contract/cockpit.ts';
import * as complaint from '#contract/complaint.ts';
import * as customer from '#contract/customer.ts';
import { getMyDay } from '#contract/day.ts';
import type { Endpoint, Input } from '#contract/endpoint.ts';
import * as examples from '#contract/examples.ts';
import * as followUp from '#contract/follow-up.ts';
import * as list from '#contract/list.ts';
import { search } from '#contract/search.ts';
import * as user from '#contract/user.ts';
import { people } from './people.ts';

export interface Ids {
  readonly customer: string;
  readonly contact: string;
  readonly activity: string;
  readonly attachment: string;
  readonly followUp: string;
  readonly complaint: string;
}

export interface GoodCall {
  readonly endpoint: Endpoint;
  readonly input: Record<string, unknown>;
}

/** Checks at compile time that the input fits its endpoint. */
function call<E extends Endpoint>(endpoint: E, input: Input<E>): GoodCall {
  return { endpoint, input: input as Record<string, unknown> }; // every input is an object
}

const ownerId = people.anna.id;
const touch = {
  kind: 'call',
  direction: 'inbound',
  subject: 'Rückfrage Liefertermin',
  occurredAt: '2026-09-03T10:00:00+02:00',
} as const;

const noId = '01890a5d-ac96-774b-bcce-b302099a8057';
const manyQuotes: list.ListGroup = {
  match: 'any',
  parts: [
    { field: 'total', operator: 'at_least', value: 1_000_000 },
    { match: 'all', parts: [{ field: 'title', operator: 'contains', value: 'Tür' }] },
  ],
};

/** All endpoints that speak of a record by its id. */
export function callsAbout(ids: Ids): GoodCall[] {
  const customerId = ids.customer;
  const mail = examples.buildMail();
  return [
    call(customer.getCustomer, { id: customerId }),
    call(customer.updateCustomer, { id: customerId, name: 'Anders GmbH' }),
    call(customer.listContacts, { customerId }),
    call(customer.createContact, examples.buildNewContact({ customerId })),
    call(customer.updateContact, { id: ids.contact, name: 'Anders' }),
    call(activity.listActivities, { customerId }),
    call(activity.logActivity, { customerId, touch }),
    call(activity.previewMail, { mail, customerId }),
    call(activity.getAttachment, { id: ids.attachment }),
    call(activity.retryAttachment, { id: ids.attachment }),
    call(activity.undoActivity, { id: ids.activity }),
    call(followUp.createFollowUp, examples.buildNewFollowUp({ customerId })),
    call(followUp.listFollowUps, { customerId }),
    call(followUp.getFollowUp, { id: ids.followUp }),
    call(followUp.updateFollowUp, { id: ids.followUp, title: 'Anders' }),
    call(followUp.retryFollowUp, { id: ids.followUp }),
    call(complaint.draftComplaint, { customerId, mail: null }),
    call(complaint.reportComplaint, examples.buildNewComplaint({ customerId, ownerId })),
    call(complaint.listComplaints, { customerId }),
    call(complaint.getComplaint, { id: ids.complaint }),
    call(complaint.updateComplaint, { id: ids.complaint, title: 'Anders' }),
    call(complaint.moveComplaint, { id: ids.complaint, move: 'start' }),
    call(complaint.moveEscalation, { id: ids.complaint, move: 'take_over', dedupeKey: 'press-1' }),
    call(cockpit.getCockpit, { customerId }),
    call(cockpit.findCockpit, { mail, customerId }),
    call(cockpit.correctMatch, { address: 'jemand@fremd.test', customerId }),
  ];
}

/** The rest: endpoints that name no record. */
export function callsAboutNothing(): GoodCall[] {
  return [
    call(user.getMe, {}),
    call(user.listColleagues, {}),
    call(customer.listCustomers, {}),
    call(customer.createCustomer, examples.buildNewCustomer({ ownerId, name: 'Neu GmbH' })),
    call(cockpit.matchMail, { mail: examples.buildMail() }),
    call(attribute.listAttributes, {}),
    call(attribute.createAttribute, {
      recordKind: 'customer',
      labelDe: 'Marke',
      labelEn: 'Brand',
      type: 'text',
    }),
    call(attribute.updateAttribute, { id: noId, labelDe: 'Marke' }),
    call(attribute.deleteAttribute, { id: noId }),
    call(list.listFields, { kind: 'customer' }),
    call(list.runList, { kind: 'quote', columns: ['number', 'total', 'customer.name'], filter: manyQuotes }),
    call(list.countList, { kind: 'quote', filter: manyQuotes }),
    call(list.exportList, { kind: 'customer', columns: ['name'], format: 'csv' }),
    call(list.listSavedLists, {}),
    call(list.getSavedList, { id: noId }),
    call(list.createSavedList, { name: 'Alle', definition: { kind: 'customer', columns: ['name'] } }),
    call(list.updateSavedList, { id: noId, name: 'Andere' }),
    call(list.deleteSavedList, { id: noId }),
    call(getMyDay, {}),
    call(search, { q: 'Hollerbach' }),
  ];
}

// What the message extension may ask of the rooms: search, show, propose, file. Every answer is that of the person asking.
import { complaintCategories, severities } from '#contract/complaint.ts';
import type { SearchHit } from '#contract/search.ts';
import type { ExtensionUseCases, Filed, FoundRecord } from '#teams-app/bot/extension-use-cases.ts';
import type { Viewer } from '#teams-app/bot/use-cases.ts';
import type { ProposedCustomer } from '#teams-app/cards/message-form.ts';
import type { RecordName } from '#teams-app/cards/record-card.ts';
import { setTimeout as wait } from 'node:timers/promises';
import * as chatMessages from './chat-messages/chat-messages.ts';
import { readComplaintMail } from './complaints-from-mail/complaints-from-mail.ts';
import { listRecent, showRecord } from './compose-records.ts';
import { readLink, urlOf } from './compose-links.ts';
import { readMoment } from './compose-moment.ts';
import { encodeCursor } from './db/cursor.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import type { SignedInUser } from './rights/user.ts';
import { search } from './search/search.ts';

type GetDeps = () => Deps;
type UseCases = ExtensionUseCases<SignedInUser>;

/** The use-cases of the message extension; `getDeps` is asked when something happens. */
export function createExtensionUseCases(getDeps: GetDeps): UseCases {
  return {
    searchRecords: ({ person }, page) => searchRecords(getDeps(), person, page),
    showRecord: ({ person }, name) => showRecord(getDeps(), person, name),
    readLink: (url) => readLink(getDeps().config, url),
    urlOf: (name) => urlOf(getDeps().config, name),
    proposeCustomers: ({ person }, message) => chatMessages.propose(getDeps(), person, message),
    findCustomers: ({ person }, text) => findCustomers(getDeps(), person, text),
    readComplaint: (text) => {
      const { category, severity } = readComplaintMail({ subject: '', bodyText: text });
      return { category: category.value, severity: severity.value };
    },
    fileMessage: (viewer, given) => fileMessage(getDeps(), viewer, given),
    moment: ({ person }) => readMoment(getDeps(), person),
  };
}

const furthestPage = 5_000;

/** Further pages are asked by their offset, as Teams does; beyond the end there is nothing. */
async function searchRecords(
  deps: Deps,
  person: SignedInUser,
  { kind, text, skip, count }: Parameters<UseCases['searchRecords']>[1],
): Promise<FoundRecord[]> {
  if (text === '') return listRecent(deps, person, { kind, skip, count });
  if (skip > furthestPage) return [];
  const page = { kind, limit: count, ...(skip === 0 ? {} : { cursor: encodeCursor([skip]) }) };
  const { items } = await search(deps, person, { q: text, ...page });
  return items.filter((hit) => !hit.isArchived).map((hit) => toFound(deps, kind, hit));
}

function toFound(deps: Deps, kind: FoundRecord['kind'], hit: SearchHit): FoundRecord {
  const { id, customer, title, detail } = hit;
  const name: RecordName = { kind, id };
  return {
    kind,
    id,
    title: kind === 'customer' ? title : `${title}, ${customer.name}`,
    detail,
    url: urlOf(deps.config, kind === 'contact' ? { kind: 'customer', id: customer.id } : name),
  };
}

async function findCustomers(deps: Deps, person: SignedInUser, text: string): Promise<ProposedCustomer[]> {
  const { items } = await search(deps, person, { q: text, kind: 'customer', limit: 5 });
  return items
    .filter((hit) => !hit.isArchived)
    .map(({ customer, detail }) => ({
      customerId: customer.id,
      name: customer.name,
      detail,
      reason: 'search' as const,
      evidence: text,
    }));
}

const waits = [100, 300, 600, 1_000, 1_500];

/** A press sent again while the first is still at work waits for its answer. */
async function fileMessage(
  deps: Deps,
  { person }: Viewer<SignedInUser>,
  { key, message, plan }: Parameters<UseCases['fileMessage']>[1],
): Promise<Filed> {
  const { action, customerId, subject, note, dueOn } = plan;
  const category = complaintCategories.find((one) => one === plan.category) ?? 'other';
  const severity = severities.find((one) => one === plan.severity) ?? 'medium';
  const wanted = {
    customerId,
    subject,
    note,
    complaint: action === 'complaint' ? { category, severity } : null,
    followUp: action === 'follow_up' ? { title: subject, dueOn } : null,
  };
  for (const pause of [...waits, null]) {
    try {
      return await chatMessages.file(deps, person, { key, message, plan: wanted });
    } catch (error) {
      const isRunning = error instanceof AppError && error.code === 'idempotency_running';
      if (!isRunning || pause === null) return refusalOf(deps, person, message.key, error);
      await wait(pause);
    }
  }
  return { outcome: 'failed' };
}

async function refusalOf(
  deps: Deps,
  person: SignedInUser,
  messageKey: string,
  error: unknown,
): Promise<Filed> {
  const code = error instanceof AppError ? error.code : null;
  if (code === 'not_found' || code === 'forbidden') return { outcome: code };
  // the answer to the first press was lost, and what was typed since is another input
  const filed = code === 'idempotency_mismatch' ? await chatMessages.find(deps, person, messageKey) : null;
  if (filed !== null) return filed;
  deps.log.error({ err: error }, 'a chat message was not filed');
  return { outcome: 'failed' };
}

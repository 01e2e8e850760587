// Use-cases around a mail in the reader's hands: who is behind it, is it logged, and the cockpit; the room's front door.
import type {
  Cockpit,
  correctMatch,
  findCockpit as findCockpitEndpoint,
  getCockpit as getCockpitEndpoint,
  Match,
  SenderDraft,
} from '#contract/cockpit.ts';
import type { ComplaintOffer } from '#contract/complaint-offer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import { canUndoActivity } from '#api/activities/row.ts';
import { guessCockpit, findCockpit as readCockpit } from '#api/cockpit/cockpit.ts';
import type { Guess } from '#api/cockpit/cockpit.ts';
import { offerFor as offerComplaint } from '#api/complaints-from-mail/complaints-from-mail.ts';
import { isInternalAddress } from '#api/customers/domain.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { whyNeverLogged } from '#api/never-log/never-log.ts';
import { threadOf } from '#api/threads/threads.ts';
import { findNumbers } from './numbers.ts';
import { cleanAddress, forwardedAddresses, listPeople, splitPeople } from './people.ts';
import type { MailPeople } from './people.ts';
import { companyDomains, decideMatch } from './rules.ts';
import { draftFor } from './sender-draft.ts';
import * as store from './store.ts';
import type { Known } from './store.ts';

/** The customers behind a mail, each with the reason. */
export function match(deps: Deps, user: SignedInUser, input: { mail: Mail }): Promise<Match> {
  return deps.db.read(user, async (trx) => (await matchIn(trx, user, input.mail)).match);
}

/** Match, logged state and cockpit of the certain (or of the given) customer; for known senders in one round trip. */
export function findCockpit(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof findCockpitEndpoint>,
): Promise<Reply<typeof findCockpitEndpoint>> {
  return deps.db.read(user, async (trx) => {
    const asked = Promise.all([
      matchIn(trx, user, input.mail),
      whyNeverLogged(trx, user, input.mail),
      threadOf(trx, user, input.mail),
    ]);
    const guess = input.customerId === null ? guessBehind(deps, trx, user, input.mail) : null;
    const [{ match: found, known, direction }, neverLog, thread] = await asked;
    const at = placeOf(found, input.customerId);
    const cockpit = at === null ? null : await (guess?.confirm(at) ?? readCockpit(deps, trx, user, at));
    if (cockpit === null && input.customerId !== null) throw new AppError('not_found');
    const complaintOffer =
      cockpit === null || direction === 'outbound' ? null : await offerFor(trx, user, input.mail, known);
    return { match: found, ...loggedBefore(user, known), neverLog, thread, complaintOffer, cockpit };
  });
}

function offerFor(
  trx: Query,
  { organizationId }: SignedInUser,
  { subject, bodyText }: Mail,
  { logged }: Known,
): Promise<ComplaintOffer | null> {
  return offerComplaint(trx, organizationId, {
    subject,
    bodyText,
    activityId: logged?.activityId ?? null,
  });
}

/** Whether this mail is logged, and when an earlier one of its conversation was. */
function loggedBefore(
  user: SignedInUser,
  { logged, previous }: Known,
): Pick<Reply<typeof findCockpitEndpoint>, 'logged' | 'previous'> {
  return {
    logged: logged && {
      ...logged,
      at: new Date(logged.at).toISOString(),
      canUndo: canUndoActivity(user, logged.by?.id ?? null),
    },
    previous: previous && { ...previous, at: new Date(previous.at).toISOString() },
  };
}

/** The cockpit by customer or by address; an address that fits several customers answers `duplicate` with them. */
export function getCockpit(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getCockpitEndpoint>,
): Promise<Reply<typeof getCockpitEndpoint>> {
  return deps.db.read(user, async (trx) => {
    const cockpit =
      input.customerId === undefined
        ? await readBehind(deps, trx, user, input.email ?? '')
        : await readCockpit(deps, trx, user, { customerId: input.customerId, contactId: null });
    if (cockpit === null) throw new AppError('not_found');
    return cockpit;
  });
}

/** Remembers for everyone that an address belongs to a customer; our own addresses belong to nobody. */
export function correct(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof correctMatch>,
): Promise<Reply<typeof correctMatch>> {
  return deps.db.transaction(user, async (trx) => {
    const { customerId } = input;
    const address = cleanAddress(input.address);
    const known = await store.findKnown(trx, user, { ...nothing, addresses: [] });
    const problem =
      address === null
        ? 'wrong_format'
        : isInternalAddress(address, known.internal_domains)
          ? 'internal'
          : null;
    if (address === null || problem !== null) {
      throw new AppError('invalid_input', {
        fields: [{ path: 'address', problem: problem ?? 'wrong_format' }],
      });
    }
    if (!(await store.canSeeCustomer(trx, user, customerId))) throw new AppError('not_found');
    const now = deps.clock.now();
    const before = await store.saveCorrection(trx, user, { address, customerId, now });
    await writeAudit(trx, user, {
      action: 'match.correct',
      recordKind: 'customer',
      recordId: customerId,
      before: before === null ? null : { address, customerId: before },
      after: { address, customerId },
      at: now,
    });
    return { remembered: true };
  });
}

const nothing = {
  domains: [],
  customerNumbers: [],
  documentNumbers: [],
  messageId: null,
  conversationId: null,
} as const;

async function matchIn(
  trx: Query,
  user: SignedInUser,
  mail: Mail,
): Promise<{ match: Match; known: Known; direction: MailPeople['direction'] }> {
  const everyone = listPeople(mail);
  const forwarded = forwardedAddresses(mail.bodyText).filter(
    (address) => !everyone.some((person) => person.address === address),
  );
  const known = await store.findKnown(trx, user, {
    addresses: [...everyone.map((person) => person.address), ...forwarded],
    domains: companyDomains(everyone),
    ...findNumbers(mail),
    messageId: mail.messageId,
    conversationId: mail.conversationId,
  });
  const people = splitPeople(everyone, known.internal_domains);
  const decision = decideMatch(people, known.hits);
  const sender = await senderOf(trx, user, { mail, people, decision });
  return { match: { ...decision, sender }, known, direction: people.direction };
}

/** A draft for the person who leads the mail and is nobody's contact yet. */
function senderOf(
  trx: Query,
  user: SignedInUser,
  { mail, people, decision }: { mail: Mail; people: MailPeople; decision: Omit<Match, 'sender'> },
): Promise<SenderDraft | null> {
  const leading = people.direction === 'inbound' ? 'from' : 'to';
  const isUnknown = (address: string) => decision.unknownPeople.some((person) => person.address === address);
  const person =
    people.outside.find((one) => one.party === leading && isUnknown(one.address)) ??
    (decision.kind === 'unknown' ? people.outside[0] : undefined);
  return person === undefined
    ? Promise.resolve(null)
    : draftFor(trx, user, { person, mail, hasCustomer: decision.candidates.length > 0 });
}

function placeOf(
  found: Match,
  customerId: string | null,
): { customerId: string; contactId: string | null } | null {
  const chosen = found.chosen === null ? undefined : found.candidates[found.chosen];
  const candidate =
    customerId === null ? chosen : found.candidates.find((one) => one.customer.id === customerId);
  const id = customerId ?? candidate?.customer.id;
  return id === undefined ? null : { customerId: id, contactId: candidate?.contact?.id ?? null };
}

/** The first address that is not of the reader's own house decides most mails. */
function guessBehind(deps: Deps, trx: Query, user: SignedInUser, mail: Mail): Guess | null {
  const [, ownDomain = ''] = user.email.split('@');
  const first = listPeople(mail).find((person) => !isInternalAddress(person.address, [ownDomain]));
  return first === undefined ? null : guessCockpit(deps, trx, user, first.address);
}

async function readBehind(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  email: string,
): Promise<Cockpit | null> {
  const address = cleanAddress(email);
  if (address === null) return null;
  const people = [{ name: '', address, party: 'from' as const }];
  const matched = store.findKnown(trx, user, {
    ...nothing,
    addresses: [address],
    domains: companyDomains(people),
  });
  const guess = guessCockpit(deps, trx, user, address);
  const known = await matched;
  const found = decideMatch(splitPeople(people, known.internal_domains), known.hits);
  if (found.kind === 'ambiguous') throw new AppError('duplicate', { current: found.candidates });
  const at = placeOf({ ...found, sender: null }, null);
  return at === null ? null : guess.confirm(at);
}

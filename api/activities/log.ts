// Logging a mail or another touch: one transaction, few statements, and the same mail only once.
import type { Activity, logActivity, logRules, RecordLink } from '#contract/activity.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import * as followUps from '#api/follow-ups/follow-ups.ts';
import { whyNeverLogged } from '#api/never-log/never-log.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { keepAttachments } from './attachments.ts';
import { findDocuments, insertLinks } from './link-store.ts';
import { toActivity } from './row.ts';
import { addressesOf, directionOf, keptText } from './rules.ts';
import * as store from './store.ts';
import type { Surroundings } from './store.ts';

type LogInput = Parsed<typeof logActivity>;
export type LogRule = (typeof logRules)[number];

/** Logs the touch; a mail that is logged already answers its entry, with `created` false. `rule`: nobody pressed "Ablegen". */
export function log(
  deps: Deps,
  user: SignedInUser,
  input: LogInput,
  rule: LogRule | null = null,
): Promise<Reply<typeof logActivity>> {
  return deps.db.transaction(user, async (trx) => {
    const { customerId, contactId, mail } = input;
    const addresses = mail === null ? [] : addressesOf(mail);
    const around = await store.findSurroundings(trx, user, { customerId, contactId, addresses });
    if (around === null) throw new AppError('not_found');
    await refuseNeverLogged(trx, user, input);
    if (contactId !== null && around.contact === null) throw unknown('contactId');
    const links = await findDocuments(trx, { organizationId: user.organizationId, customerId }, input.links);
    if (links.length < new Set(input.links.map(({ id }) => id)).size) throw unknown('links');
    const entry = { ...describe(deps, user, input, around), logged_by_rule: rule };
    const isCreated = await store.insertActivity(trx, entry);
    if (!isCreated) return answerExisting(trx, user, mail?.messageId ?? '');
    return complete(deps, trx, user, { input, around, links, entry });
  });
}

async function refuseNeverLogged(
  trx: Query,
  user: SignedInUser,
  { mail, exception }: LogInput,
): Promise<void> {
  if (mail === null || exception) return;
  const reason = await whyNeverLogged(trx, user, mail);
  if (reason !== null) throw new AppError('never_log', { current: reason });
}

function unknown(path: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, problem: 'unknown' }] });
}

/** The row to store. */
function describe(deps: Deps, user: SignedInUser, input: LogInput, around: Surroundings) {
  const common = {
    organization_id: user.organizationId,
    id: newId(),
    version: 1,
    customer_id: input.customerId,
    contact_id: around.contact?.id ?? null,
    visibility: input.visibility,
    logged_by: user.id,
    logged_at: deps.clock.now(),
    undone_at: null,
    undone_by: null,
    logged_by_rule: null as LogRule | null,
  };
  const { mail, touch } = input;
  if (mail !== null) return { ...common, ...mailColumns(mail, input, around.internal_domains) };
  if (touch === null) throw new AppError('invalid_input');
  return {
    ...common,
    kind: touch.kind,
    direction: touch.direction,
    subject: touch.subject,
    body_text: touch.bodyText,
    occurred_at: new Date(touch.occurredAt),
    duration_minutes: touch.durationMinutes,
    message_id: null,
    conversation_id: null,
    from_address: null,
    has_quoted_history: false,
  };
}

function mailColumns(mail: Mail, input: LogInput, internalDomains: readonly string[]) {
  const kept = keptText(mail, input);
  return {
    kind: 'email' as const,
    direction: directionOf(mail, internalDomains),
    subject: mail.subject,
    body_text: kept.text,
    occurred_at: new Date(mail.sentAt),
    duration_minutes: null,
    message_id: mail.messageId,
    conversation_id: mail.conversationId,
    from_address: mail.from.address.toLowerCase(),
    has_quoted_history: kept.hasQuotedHistory,
  };
}

/** Somebody was first. An entry that this user may not see still keeps the mail from being logged twice. */
async function answerExisting(
  trx: Query,
  user: SignedInUser,
  messageId: string,
): Promise<Reply<typeof logActivity>> {
  const row = await store.findByMessageId(trx, user, messageId);
  if (row === null) throw new AppError('duplicate');
  const followUpId = await followUps.findMadeWith(trx, user.organizationId, row.id);
  return { activity: toActivity(user, row), created: false, followUpId };
}

interface Made {
  readonly input: LogInput;
  readonly around: Surroundings;
  readonly links: RecordLink[];
  readonly entry: ReturnType<typeof describe>;
}

/** What hangs on the new entry; answers it without reading it again. */
async function complete(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { input, around, links, entry }: Made,
): Promise<Reply<typeof logActivity>> {
  const { organizationId } = user;
  const attachments = await keepAttachments(deps, trx, organizationId, {
    activityId: entry.id,
    mail: input.mail,
    ids: input.attachmentIds,
  });
  await insertLinks(trx, organizationId, entry.id, links);
  const followUpId = await setFollowUp(deps, trx, user, { input, entry });
  const { id: loggedBy, name } = user;
  const origin: Activity['origin'] = entry.message_id === null ? 'hand' : 'mail';
  const people = { contact: around.contact, logged_by: { id: loggedBy, name }, updated_by: null };
  const row = { ...entry, ...people, attachments, links, origin, message_link: null };
  const activity: Activity = toActivity(user, row);
  const { bodyText, ...described } = activity;
  await writeAudit(trx, user, {
    action: 'activity.log',
    recordKind: 'activity',
    recordId: entry.id,
    after: { ...described, bodyCharacters: bodyText.length, followUpId },
    at: entry.logged_at,
  });
  return { activity, created: true, followUpId };
}

async function setFollowUp(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { input, entry }: Pick<Made, 'input' | 'entry'>,
): Promise<string | null> {
  if (input.followUp === null) return null;
  const itemId = input.mail?.itemId ?? null;
  return followUps.add(deps, trx, user, {
    ...input.followUp,
    customerId: input.customerId,
    ownerId: user.id,
    activityId: entry.id,
    complaintId: input.links.find((link) => link.kind === 'complaint')?.id ?? null,
    mailLink: itemId === null ? null : followUps.mailLinkOf(deps.config, itemId),
    at: entry.logged_at,
  });
}

/** Logs the mail by which another record came (a complaint), in the caller's transaction; null when its entry is not this user's to see. */
export async function logMail(
  deps: Deps,
  user: SignedInUser,
  { customerId, mail, links }: { customerId: string; mail: Mail; links: readonly RecordLink[] },
): Promise<{ activityId: string | null }> {
  return deps.db.transaction(user, async (trx) => {
    const addresses = addressesOf(mail);
    const around = await store.findSurroundings(trx, user, { customerId, contactId: null, addresses });
    if (around === null) throw new AppError('not_found');
    const input: LogInput = {
      customerId,
      contactId: null,
      mail,
      touch: null,
      editedText: null,
      keepQuotedHistory: false,
      attachmentIds: [],
      links: [],
      visibility: user.role === 'partner' ? 'all' : 'team',
      followUp: null,
      exception: true, // whoever reports it wants the mail kept with it
    };
    const entry = describe(deps, user, input, around);
    if (await store.insertActivity(trx, entry)) {
      await complete(deps, trx, user, { input, around, links: [...links], entry });
      return { activityId: entry.id };
    }
    const known = await store.findByMessageId(trx, user, mail.messageId);
    if (known?.customer_id !== customerId) return { activityId: null };
    await insertLinks(trx, user.organizationId, known.id, links);
    return { activityId: known.id };
  });
}

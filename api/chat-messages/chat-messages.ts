// Chat messages of Teams on their way to a customer: logged, made a complaint, made a follow-up. The room's front door.
import * as activities from '#api/activities/activities.ts';
import * as complaints from '#api/complaints/draft.ts';
import { report } from '#api/complaints/report.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import * as followUps from '#api/follow-ups/follow-ups.ts';
import { runOnce } from '#api/http/idempotency.ts';
import { mayCall } from '#api/rights/permissions.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { complaintCategories, severities } from '#contract/complaint.ts';
import type { ChatMessage } from './propose.ts';
import * as store from './store.ts';
import type { KnownMessage } from './store.ts';

export { propose } from './propose.ts';
export type { ChatMessage, Proposal } from './propose.ts';
export { findContact, listCustomers, listTouched } from './store.ts';

/** What is to become of the message; `note` is what is kept of its text. */
export interface MessagePlan {
  readonly customerId: string;
  readonly subject: string;
  readonly note: string;
  readonly complaint: {
    readonly category: (typeof complaintCategories)[number];
    readonly severity: (typeof severities)[number];
  } | null;
  readonly followUp: { readonly title: string; readonly dueOn: string } | null;
}

export interface FiledMessage {
  /** `already`: it was logged, or made a complaint, before; nothing new happened. */
  readonly outcome: 'done' | 'already';
  /** Null where an earlier entry is not this person's to see. */
  readonly activityId: string | null;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly complaint: string | null;
  readonly followUp: MessagePlan['followUp'];
  readonly by: string | null;
  readonly at: string;
}

/** Does it once per key, however often Teams sends the press again; throws like the rooms it asks. */
export function file(
  deps: Deps,
  user: SignedInUser,
  given: { readonly key: string; readonly message: ChatMessage; readonly plan: MessagePlan },
): Promise<FiledMessage> {
  const { key, message, plan } = given;
  checkRights(user, plan);
  const context = { deps, user, ifMatch: null, requestId: 'teams' };
  const attempt = { key: `teams:${key}`, endpoint: 'teams.fileMessage', input: [message.key, plan] };
  return runOnce(context, attempt, () =>
    deps.db.transaction(user, async (trx) => {
      const known = await store.findMessage(trx, user, message.key);
      const isSettled = known !== null && (known.complaint !== null || plan.complaint === null);
      if (known !== null && isSettled && plan.followUp === null) return toAlready(known);
      return perform(deps, trx, user, { message, plan, known });
    }),
  );
}

/** What the message has become already; null when nobody logged it. */
export function find(deps: Deps, user: SignedInUser, messageKey: string): Promise<FiledMessage | null> {
  return deps.db.transaction(user, async (trx) => {
    const known = await store.findMessage(trx, user, messageKey);
    return known && toAlready(known);
  });
}

/** The company's time zone. */
export function readTimeZone({ db }: Pick<Deps, 'db'>, user: SignedInUser): Promise<string> {
  return db.read(user, (trx) => store.readTimeZone(trx, user.organizationId));
}

function checkRights(user: SignedInUser, { complaint, followUp }: MessagePlan): void {
  const wanted = [
    'logActivity',
    ...(complaint ? ['reportComplaint'] : []),
    ...(followUp ? ['createFollowUp'] : []),
  ];
  const { role } = user;
  if (role === null || wanted.some((name) => !mayCall(role, name))) throw new AppError('forbidden');
}

interface Work {
  readonly message: ChatMessage;
  readonly plan: MessagePlan;
  readonly known: KnownMessage | null;
}

async function perform(deps: Deps, trx: Query, user: SignedInUser, work: Work): Promise<FiledMessage> {
  const { plan, known } = work;
  const complaint = await complain(deps, user, work);
  const isSame = known !== null && known.is_visible && known.customer.id === plan.customerId;
  const activityId = isSame ? known.activity_id : await logIt(deps, trx, user, { ...work, complaint });
  const { followUp } = plan;
  if (followUp !== null) {
    await followUps.create(deps, user, {
      ...followUp,
      customerId: plan.customerId,
      ownerId: null,
      activityId,
      complaintId: complaint?.id ?? null,
      mailLink: null, // that one is called an e-mail in To Do; the entry leads to the message
    });
  }
  const [customer] = await store.listCustomers(trx, user, [plan.customerId]);
  return {
    outcome: 'done',
    activityId,
    customer: customer === undefined ? null : { id: customer.id, name: customer.name },
    complaint: complaint?.number ?? null,
    followUp,
    by: user.name,
    at: deps.clock.now().toISOString(),
  };
}

async function complain(
  deps: Deps,
  user: SignedInUser,
  { message, plan }: Work,
): Promise<{ id: string; number: string } | null> {
  if (plan.complaint === null) return null;
  const { owner } = await complaints.draft(deps, user, { customerId: plan.customerId, mail: null });
  const { complaint } = await report(deps, user, {
    ...plan.complaint,
    customerId: plan.customerId,
    title: plan.subject,
    description: plan.note,
    orderId: null,
    ownerId: owner.id,
    receivedAt: message.at,
    proposal: null,
    proposedGoodwillCents: null,
    mail: null,
  });
  return { id: complaint.id, number: complaint.number };
}

async function logIt(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { message, plan, complaint }: Work & { complaint: { id: string } | null },
): Promise<string> {
  const { entraOid } = message.author;
  const isOwn = entraOid !== null && (await store.isColleague(trx, user, entraOid));
  const { activity } = await activities.log(deps, user, {
    customerId: plan.customerId,
    contactId: null,
    mail: null,
    touch: {
      kind: 'chat',
      direction: isOwn ? 'outbound' : 'inbound',
      subject: plan.subject,
      bodyText: [`${message.author.name}:`, plan.note].filter((line) => line.trim() !== ':').join('\n'),
      occurredAt: message.at,
      durationMinutes: null,
    },
    editedText: null,
    keepQuotedHistory: false,
    attachmentIds: [],
    links: complaint === null ? [] : [{ kind: 'complaint', id: complaint.id }],
    visibility: 'team',
    followUp: null,
    exception: false,
  });
  await store.keepMessage(trx, user, { activityId: activity.id, key: message.key, link: message.link });
  return activity.id;
}

function toAlready(known: KnownMessage): FiledMessage {
  const { is_visible: isVisible } = known;
  return {
    outcome: 'already',
    activityId: isVisible ? known.activity_id : null,
    customer: isVisible ? known.customer : null,
    complaint: isVisible ? known.complaint : null,
    followUp: null,
    by: isVisible ? known.logged_by : null,
    at: new Date(known.logged_at).toISOString(),
  };
}

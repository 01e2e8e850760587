// Logging on send: a person's choice, what Outlook tells when a mail goes out, and what became of it; the room's front door.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { SendFacts } from '#contract/send-guard.ts';
import type {
  getMailSettings,
  listSentMails,
  MailSettings,
  SentMail,
  SentMailReason,
  setMailSettings,
  tellSentMail,
} from '#contract/sent-mail.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Deps } from '#api/deps.ts';
import type { GraphUser } from '#api/outside/graph.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { match } from '#api/mails/mails.ts';
import { whyNeverLogged } from '#api/never-log/never-log.ts';
import { logSentJob } from './jobs.ts';
import { certainCustomer, draftTo } from './rules.ts';
import * as store from './store.ts';

const mostListed = 50;

/** Whether one's mails are logged on send; off for who never chose. */
export async function settings(deps: Deps, user: SignedInUser): Promise<Reply<typeof getMailSettings>> {
  return toSettings(deps, await logsOnSend(deps, user));
}

/** What happens to a mail to these people when it is sent, for the script in Outlook. */
export async function foreseeLogging(
  deps: Deps,
  user: SignedInUser,
  recipients: readonly string[],
): Promise<Pick<SendFacts, 'logOnSend' | 'logsAt'>> {
  if (!(await logsOnSend(deps, user))) return { logOnSend: false, logsAt: null };
  const mail = draftTo(user, recipients);
  const never = await deps.db.read(user, (trx) => whyNeverLogged(trx, user, mail));
  const found = never === null ? await match(deps, user, { mail }) : null;
  return { logOnSend: true, logsAt: found === null ? null : certainCustomer(found) };
}

async function logsOnSend(deps: Pick<Deps, 'db'>, user: SignedInUser): Promise<boolean> {
  const of = { organizationId: user.organizationId, userId: user.id };
  return (await deps.db.read(user, (trx) => store.findSetting(trx, of)))?.log_on_send ?? false;
}

/** Turns logging on send on or off for oneself. */
export function change(
  deps: Deps,
  user: SignedInUser,
  { logOnSend }: Parsed<typeof setMailSettings>,
): Promise<Reply<typeof setMailSettings>> {
  const at = deps.clock.now();
  return deps.db.transaction(user, async (trx) => {
    const of = { organizationId: user.organizationId, userId: user.id };
    const before = (await store.findSetting(trx, of))?.log_on_send ?? false;
    if (before === logOnSend) return toSettings(deps, logOnSend);
    await store.saveSetting(trx, user, { logOnSend, at });
    await writeAudit(trx, user, {
      action: 'mail_settings.change',
      recordKind: 'user',
      recordId: user.id,
      before: { logOnSend: before },
      after: { logOnSend },
      at,
    });
    return toSettings(deps, logOnSend);
  });
}

function toSettings({ config }: Pick<Deps, 'config'>, logOnSend: boolean): MailSettings {
  return { logOnSend, readsMailboxes: config.readsMailboxes };
}

/** Keeps what Outlook told of a mail that goes out; the mail itself is looked for in Sent Items. */
export function tell(
  deps: Deps,
  user: SignedInUser,
  { id, isLogged, subject, recipients, secondsAgo }: Parsed<typeof tellSentMail>,
): Promise<Reply<typeof tellSentMail>> {
  const { organizationId, id: userId } = user;
  const sentAt = new Date(deps.clock.now().getTime() - secondsAgo * 1_000);
  return deps.db.transaction(user, async (trx) => {
    const row = await store.saveSent(trx, {
      organization_id: organizationId,
      user_id: userId,
      id,
      subject,
      recipients,
      sent_at: sentAt,
      state: isLogged ? 'waiting' : 'not_logged',
      reason: isLogged ? null : 'excepted',
      activity_id: null,
      message_id: null,
    });
    if (row.state === 'waiting') {
      await deps.jobs.enqueue(trx, logSentJob, { organizationId, userId, id }, { singletonKey: id });
    }
    return toSentMail(row);
  });
}

/** One's mails told last, newest first. */
export function list(deps: Deps, user: SignedInUser): Promise<Reply<typeof listSentMails>> {
  return deps.db.read(user, async (trx) => ({
    items: (await store.listSent(trx, user, mostListed)).map(toSentMail),
  }));
}

function toSentMail(row: store.SentRow): SentMail {
  return {
    id: row.id,
    subject: row.subject,
    recipients: row.recipients,
    sentAt: new Date(row.sent_at).toISOString(),
    state: row.state,
    reason: row.reason as SentMailReason | null, // only this room writes it, with these words
    activityId: row.activity_id,
  };
}

/** To be called at a person's first request after the sign-in had run out: mails that waited are looked for. */
export async function resumeWaiting(deps: Deps, user: GraphUser): Promise<void> {
  const { organizationId, userId } = user;
  await deps.db.transaction({ organizationId }, async (trx) => {
    for (const id of await store.releaseWaiting(trx, user)) {
      await deps.jobs.enqueue(trx, logSentJob, { organizationId, userId, id }, { singletonKey: id });
    }
  });
}

// Looks for a mail that was told in its sender's Sent Items, and logs it once it is there.
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { RetryAt } from '#api/jobs/job.ts';
import { retryIfBack } from '#api/jobs/retry-if-back.ts';
import { findUserById } from '#api/users/users.ts';
import { logMailOf } from './log-sent.ts';
import { askedSince, findSent, nextLook } from './rules.ts';
import * as store from './store.ts';
import type { Known } from './store.ts';

/** Throws RetryAt while it is not there; a sender whose sign-in has run out is waited for. */
export async function lookForSent(deps: Deps, known: Known): Promise<void> {
  const row = await deps.db.read(known, (trx) => store.findSent(trx, known));
  if (row?.state !== 'waiting') return;
  try {
    await look(deps, known, row);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'token_expired') return waitForSignIn(deps, known, error);
    if (error.code === 'consent_required') return finish(deps, known, 'no_consent');
    throw error;
  }
}

async function look(deps: Deps, known: Known, row: store.SentRow): Promise<void> {
  const user = await findUserById(deps, known.organizationId, known.userId);
  if (user === null) return finish(deps, known, 'failed');
  const mails = await deps.graph.listSentMails(known, askedSince(row.sent_at));
  const claimed = await deps.db.read(known, (trx) =>
    store.listClaimed(
      trx,
      known,
      mails.map((mail) => mail.messageId),
    ),
  );
  const head = findSent({ ...row, sentAt: row.sent_at }, mails, claimed);
  if (head === null) {
    const next = nextLook(row.sent_at, deps.clock.now());
    if (next !== null) throw new RetryAt(next, 'not in Sent Items yet');
    return finish(deps, known, 'not_found');
  }
  await logMailOf(deps, user, { head, rule: 'sent', customerId: null }, async (trx, outcome) => {
    const now = await store.lockSent(trx, known);
    // Taken back or excepted while the text was being read: the newest word counts.
    const isOpen = now?.state === 'waiting';
    const isClaimed = (await store.listClaimed(trx, known, [head.messageId])).size > 0;
    if (!isOpen || isClaimed) throw new RetryAt(deps.clock.now(), 'changed meanwhile');
    await store.finish(trx, known, outcome);
  });
}

async function waitForSignIn(deps: Deps, known: Known, error: AppError): Promise<void> {
  await change(deps, known, { state: 'waiting_for_sign_in' });
  try {
    await retryIfBack(deps, known, error);
  } catch (again) {
    await change(deps, known, { state: 'waiting' });
    throw again;
  }
}

function finish(deps: Deps, known: Known, reason: 'no_consent' | 'failed' | 'not_found'): Promise<void> {
  return change(deps, known, { state: 'not_logged', reason });
}

function change(deps: Deps, known: Known, outcome: store.Outcome): Promise<void> {
  return deps.db.transaction(known, async (trx) => {
    const row = await store.lockSent(trx, known);
    const isOpen = row?.state === 'waiting' || row?.state === 'waiting_for_sign_in';
    if (isOpen) await store.finish(trx, known, outcome);
  });
}

/** After the last attempt the person reads that it was not logged. */
export async function giveUpSent(deps: Deps, known: Known): Promise<void> {
  await finish(deps, known, 'failed');
}

// Use-cases of consents: what a person allowed and objected to, per channel, with source, time and history.
import { channels } from '#contract/customer.ts';
import type { getConsents, recordConsent } from '#contract/consent.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { consentAfter, marketingOf } from './consent-rules.ts';
import * as store from './consent-store.ts';

type Consents = Reply<typeof getConsents>;

/** Where every channel of a person stands, with the history. */
export function getForUser(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getConsents>,
): Promise<Consents> {
  return deps.db.read(user, async (trx) => toConsents(await find(trx, user, input.id)));
}

/** Records what a person said; a step that an objection or the present state forbids answers transition_not_allowed. */
export function record(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof recordConsent>,
): Promise<Consents> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockContact(trx, organizationId, input.id);
    const row = await find(trx, user, input.id);
    const now = deps.clock.now();
    const at = input.at === undefined ? now : new Date(input.at);
    if (at > now) throw new AppError('invalid_input', { fields: [{ path: 'at', problem: 'future' }] });
    const { channel, step, source } = input;
    const before = toConsents(row);
    const state = consentAfter(stateOf(row, channel), step);
    if (state === null) throw new AppError('transition_not_allowed', { current: before });
    const said = { channel, step, source, at, recorded_by: user.id, recorded_at: now };
    await store.insertConsentEvents(trx, [
      { organization_id: organizationId, id: newId(), contact_id: row.id, ...said },
    ]);
    const since = dayIn(row.timeZone, at);
    const consent = state === 'none' ? null : { channel, state, basis: source, since };
    await store.putConsent(trx, organizationId, { contactId: row.id, channel, consent });
    const after = toConsents(await find(trx, user, input.id));
    await writeAudit(trx, user, {
      action: `consent.${step}`,
      recordKind: 'contact',
      recordId: row.id,
      before: before.channels,
      after: { channels: after.channels, channel, source, at },
      at: now,
    });
    return after;
  });
}

async function find(trx: Query, user: SignedInUser, id: string): Promise<store.ConsentRow> {
  const row = await store.findConsents(trx, user, id);
  if (row === null) throw new AppError('not_found');
  return row;
}

function stateOf(row: store.ConsentRow, channel: (typeof channels)[number]) {
  return row.consents.find((one) => one.channel === channel)?.state ?? 'none';
}

function toConsents(row: store.ConsentRow): Consents {
  return {
    contactId: row.id,
    channels: channels.map((channel) => {
      const state = stateOf(row, channel);
      return { channel, state, marketing: marketingOf(channel, state, row) };
    }),
    events: row.events.map((event) => ({
      ...event,
      at: new Date(event.at).toISOString(),
      recordedAt: new Date(event.recordedAt).toISOString(),
    })),
  };
}

function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

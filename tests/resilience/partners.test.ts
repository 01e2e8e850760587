// A customer one may see, tried from outside: no figure for partners, and nothing that was said for others only.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getAttachment, listActivities, logActivity, undoActivity } from '#contract/activity.ts';
import { findCockpit, getCockpit, matchMail } from '#contract/cockpit.ts';
import { draftComplaint, getComplaint, listComplaints, reportComplaint } from '#contract/complaint.ts';
import { getCustomer, listContacts, listCustomers } from '#contract/customer.ts';
import type { Endpoint, Input } from '#contract/endpoint.ts';
import { buildMail, buildNewComplaint } from '#contract/examples.ts';
import { search } from '#contract/search.ts';
import { getMe } from '#contract/user.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { storeEverything } from './everything.ts';
import type { Everything } from './everything.ts';

describe.each(databases)('within a customer, on %s', (database) => {
  let world: World;
  let ours: Everything;

  beforeAll(async () => {
    world = await createWorld({ database });
    ours = await storeEverything(world.given, { word: 'Mirabellenhain', sharedWith: [people.dieter.id] });
  });
  afterAll(() => world.close());

  async function send(user: ShortName, endpoint: Endpoint, input: Record<string, unknown>) {
    return world.call(user, endpoint, input as Input<Endpoint>, { ifMatch: 1 });
  }

  test('a partner sees no figure in any answer, and nothing that was said inside', async () => {
    const mail = buildMail({ messageId: '<partner@x.test>', from: { name: 'Wer', address: ours.address } });
    const { customer: customerId, complaint } = ours.ids;
    const questions: [Endpoint, Record<string, unknown>][] = [
      [getMe, {}],
      [listCustomers, {}],
      [getCustomer, { id: customerId }],
      [listContacts, { customerId }],
      [getCockpit, { customerId }],
      [getCockpit, { email: ours.address }],
      [findCockpit, { mail }],
      [matchMail, { mail }],
      [listActivities, { customerId }],
      [listComplaints, {}],
      [getComplaint, { id: complaint }],
      [draftComplaint, { customerId, mail }],
      [reportComplaint, buildNewComplaint({ customerId, ownerId: people.anna.id, mail })],
      ...[ours.word, ours.customerNumber, ...ours.numbers].map((q): [Endpoint, Record<string, unknown>] => [
        search,
        { q },
      ]),
    ];
    for (const [endpoint, input] of questions) {
      const { status, body, text } = await send('dieter', endpoint, input);
      expect([endpoint.name, status]).toEqual([endpoint.name, 200]);
      expect(figuresIn(body), `${endpoint.name}: ${text}`).toEqual([]);
      const said = ours.inside.filter((secret) => text.includes(secret));
      expect(said, `${endpoint.name}: ${text}`).toEqual([]);
    }
    const staff = await world.call('anna', getCockpit, { customerId });
    expect(figuresIn(staff.body).length, 'the staff sees them').toBeGreaterThan(5);
  });

  test('what only its writer may see stays with him, also beside the mail and as a file', async () => {
    const customerId = ours.ids.customer;
    const mail = buildMail({
      messageId: '<privat@x.test>',
      conversationId: 'privat',
      subject: 'Vertraulich',
    });
    const logged = await world.call('anna', logActivity, { customerId, mail, visibility: 'me' });
    const { id } = logged.body.activity;
    const attachment = await world.given.attachment({ activity_id: id, name: 'Vertraulich.txt' });
    const answer = { ...mail, messageId: '<antwort@x.test>', subject: 'Antwort' };
    const asked = async (user: ShortName) => [
      await world.call(user, listActivities, { customerId, text: 'Vertraulich' }),
      await world.call(user, getCockpit, { customerId }),
      await world.call(user, findCockpit, { mail: answer, customerId }),
      await world.call(user, search, { q: 'Vertraulich' }),
    ];

    for (const user of ['jonas', 'petra', 'miriam', 'dieter'] as const) {
      const texts = (await asked(user)).map(({ text }) => text);
      expect(
        texts.filter((text) => text.includes('Vertraulich') || text.includes(id)),
        user,
      ).toEqual([]);
      const beside = await world.call(user, findCockpit, { mail: answer, customerId });
      expect(beside.body.previous, user).toBeNull();
      const own = await world.call(user, findCockpit, { mail, customerId });
      expect(own.body.logged, user).toBeNull();
      expect((await send(user, undoActivity, { id })).status).toBeGreaterThanOrEqual(403);
      const file = await fetch(`${world.url}${getAttachment.path.replace(':id', attachment.id)}`, {
        headers: { authorization: await world.authorizationOf(user) },
      });
      expect(file.status, user).toBe(404);
    }
    const [list] = await asked('anna');
    expect(list?.text).toContain('Vertraulich');
  });

  test('a partner reads what is for all, not what is for the team', async () => {
    const customerId = ours.ids.customer;
    const log = (subject: string, visibility: 'team' | 'all') =>
      world.call('anna', logActivity, {
        customerId,
        visibility,
        mail: buildMail({ messageId: `<${subject}@x.test>`, subject }),
      });
    await log('Nur-Team', 'team');
    await log('Fuer-alle', 'all');

    const { body } = await world.call('dieter', listActivities, { customerId, limit: 100 });
    const counted = await world.call('dieter', getCockpit, { customerId });
    const subjects = body.items.map(({ subject }) => subject);

    expect(subjects).toContain('Fuer-alle');
    expect(subjects).not.toContain('Nur-Team');
    expect(counted.body.activityCount).toBe(body.items.length);
  });
});

const figures =
  /^(rating|revenue|shareOfWalletPercent|paymentTermDays|competitor|.*Cents|chancePercent|termDays|usualDays|visitsPerYear|goodwill.*)$/;

/** Where a figure stands that is neither null nor nought. */
function figuresIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => figuresIn(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = `${path}.${name}`;
    const isFigure = (figures.test(name) || at.endsWith('openItems.count')) && inner !== null && inner !== 0;
    const isFilled =
      ['portfolio', 'ratingHistory', 'quotes', 'orders', 'followUps'].includes(name) &&
      Array.isArray(inner) &&
      inner.length > 0;
    return isFigure || isFilled ? [at] : figuresIn(inner, at);
  });
}

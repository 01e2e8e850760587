// Rights tried from outside: nothing of what one may not see shows anywhere, in no list, count, cursor or header.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getAttachment, listActivities, logActivity } from '#contract/activity.ts';
import { findCockpit, getCockpit, matchMail } from '#contract/cockpit.ts';
import { listComplaints, moveEscalation, reportComplaint, updateComplaint } from '#contract/complaint.ts';
import { createCustomer, listCustomers, updateCustomer } from '#contract/customer.ts';
import type { Endpoint, Input } from '#contract/endpoint.ts';
import { buildMail, buildNewComplaint, buildNewCustomer, buildNewFollowUp } from '#contract/examples.ts';
import { createFollowUp, listFollowUps } from '#contract/follow-up.ts';
import { search } from '#contract/search.ts';
import { databases } from '#tests/support/databases.ts';
import { otherTenantId, people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { callsAbout, callsAboutNothing } from '#tests/support/valid-inputs.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { storeEverything } from './everything.ts';
import type { Everything } from './everything.ts';

const secretNorth = 'Zwetschgenbaum';
const secretForeign = 'Quittenstrauch';

describe.each(databases)('from outside, on %s', (database) => {
  let world: World;
  let ours: Everything;
  let north: Everything;
  let foreign: Everything;

  beforeAll(async () => {
    world = await createWorld({ database });
    ours = await storeEverything(world.given, { word: 'Mirabellenhain', sharedWith: [people.dieter.id] });
    const ben = { owner_id: people.ben.id, territory_id: territories.north.id };
    north = await storeEverything(world.given, { word: secretNorth, ...ben });
    const stranger = { organization_id: otherTenantId, owner_id: people.fremd.id, territory_id: null };
    foreign = await storeEverything(world.given, { word: secretForeign, ...stranger });
  });
  afterAll(() => world.close());

  async function send(user: ShortName, endpoint: Endpoint, input: Record<string, unknown>) {
    return world.call(user, endpoint, input as Input<Endpoint>, { ifMatch: 1 });
  }

  /** Every way to ask for something, with the ids and words of what may not be seen. */
  function questionsAbout(hidden: Everything): { endpoint: Endpoint; input: Record<string, unknown> }[] {
    const mail = buildMail({
      messageId: `<${randomUUID()}@x.test>`,
      conversationId: hidden.conversationId,
      from: { name: 'Wer', address: hidden.address },
      subject: hidden.numbers.join(' '),
      bodyText: `Kundennummer ${hidden.customerNumber}\n${hidden.numbers.join('\n')}`,
      to: [{ name: 'Wer', address: `info@${hidden.domain}` }],
    });
    const ask = (endpoint: Endpoint, input: Record<string, unknown> = {}) => ({ endpoint, input });
    return [
      ...callsAbout(hidden.ids),
      ...callsAboutNothing(),
      ask(matchMail, { mail }),
      ask(findCockpit, { mail }),
      ask(findCockpit, { mail, customerId: hidden.ids.customer }),
      ask(getCockpit, { email: hidden.address }),
      ask(getCockpit, { customerId: ours.ids.customer }),
      ask(listCustomers, { limit: 100 }),
      ask(listComplaints, { limit: 100 }),
      ask(listComplaints, { limit: 100, state: 'closed' }),
      ask(listFollowUps, { limit: 100 }),
      ask(listFollowUps, { limit: 100, state: 'completed' }),
      ...[
        ...hidden.numbers,
        hidden.customerNumber,
        hidden.word,
        hidden.word.slice(0, 6),
        hidden.address,
        hidden.domain,
        hidden.phone,
      ].map((q) => ask(search, { q, limit: 50 })),
    ];
  }

  test.each<[ShortName, () => Everything[]]>([
    ['anna', () => [north, foreign]],
    ['jonas', () => [north, foreign]],
    ['dieter', () => [north, foreign]],
    ['ben', () => [foreign]],
    ['petra', () => [foreign]],
    ['miriam', () => [foreign]],
    ['fremd', () => [north, ours]],
  ])(
    '%s finds nothing of what is not his, however he asks',
    async (user, hiddenFrom) => {
      for (const hidden of hiddenFrom()) {
        for (const { endpoint, input } of questionsAbout(hidden)) {
          const { text, headers } = await send(user, endpoint, input);
          const all = `${text}\n${JSON.stringify([...headers])}`;
          const seen = [hidden.word, ...Object.values(hidden.ids), ...hidden.otherIds].filter((secret) =>
            all.includes(secret),
          );
          expect(seen, `${endpoint.name} ${JSON.stringify(input)}: ${text.slice(0, 500)}`).toEqual([]);
        }
      }
    },
    60_000,
  );

  test('the test would notice: whoever may see it finds it in most answers', async () => {
    const reading = questionsAbout(north).filter(
      ({ endpoint }) =>
        endpoint === matchMail ||
        endpoint === findCockpit ||
        (endpoint.method === 'GET' && endpoint !== getAttachment),
    );
    const names = new Set<string>();
    for (const { endpoint, input } of reading) {
      const { text } = await send('ben', endpoint, input);
      if (text.includes(secretNorth)) names.add(endpoint.name);
    }

    expect([...names].sort()).toEqual(
      expect.arrayContaining([
        'findCockpit',
        'getCockpit',
        'getComplaint',
        'getCustomer',
        'getFollowUp',
        'getMyDay',
        'listActivities',
        'listComplaints',
        'listContacts',
        'listCustomers',
        'listFollowUps',
        'matchMail',
        'search',
      ]),
    );
  });

  test('records named inside an input: of others and none at all answer the same', async () => {
    const customerId = ours.ids.customer;
    const within = (ids: {
      order: string;
      complaint: string;
      activity: string;
      contact: string;
      user: string;
      quote: string;
    }) =>
      [
        [reportComplaint, buildNewComplaint({ customerId, ownerId: people.anna.id, orderId: ids.order })],
        [reportComplaint, buildNewComplaint({ customerId, ownerId: ids.user })],
        [updateComplaint, { id: ours.ids.complaint, ownerId: ids.user }],
        [createFollowUp, buildNewFollowUp({ customerId, activityId: ids.activity })],
        [createFollowUp, buildNewFollowUp({ customerId, complaintId: ids.complaint })],
        [createFollowUp, buildNewFollowUp({ customerId, ownerId: ids.user })],
        [
          logActivity,
          { customerId, contactId: ids.contact, mail: buildMail({ messageId: '<innen@x.test>' }) },
        ],
        [
          logActivity,
          {
            customerId,
            links: [{ kind: 'quote', id: ids.quote }],
            mail: buildMail({ messageId: '<innen@x.test>' }),
          },
        ],
        [createCustomer, buildNewCustomer({ ownerId: ids.user })],
        [updateCustomer, { id: customerId, ownerId: ids.user }],
        [
          moveEscalation,
          { id: ours.ids.complaint, move: 'assign', dedupeKey: 'innen', assigneeId: ids.user },
        ],
      ] as [Endpoint, Record<string, unknown>][];
    const idsOf = (of: Everything, user: string) => ({
      ...of.ids,
      order: of.orderId,
      quote: of.quoteId,
      user,
    });
    const unknown = within({
      order: randomUUID(),
      complaint: randomUUID(),
      activity: randomUUID(),
      contact: randomUUID(),
      user: randomUUID(),
      quote: randomUUID(),
    });

    for (const hidden of [within(idsOf(foreign, people.fremd.id)), within(idsOf(north, people.fremd.id))]) {
      for (const [index, [endpoint, input]] of hidden.entries()) {
        const [, none] = unknown[index] ?? [endpoint, input];
        const answers = [await send('petra', endpoint, input), await send('petra', endpoint, none)];
        const [one, other] = answers.map(comparable);
        expect(one, `${endpoint.name} ${JSON.stringify(input)}`).toEqual(other);
        expect(one?.status).toBeGreaterThanOrEqual(400);
      }
    }
  });

  test('a cursor made by another shows no more than one’s own', async () => {
    for (const [endpoint, input] of [
      [listCustomers, {}],
      [listComplaints, {}],
      [listFollowUps, {}],
    ] as const) {
      const cursors: (string | null)[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await world.call('petra', endpoint, { ...input, limit: 1, ...(cursor && { cursor }) });
        cursor = page.body.nextCursor;
        cursors.push(cursor);
      }
      expect(cursors.length, endpoint.name).toBeGreaterThan(1);
      for (const cursor of cursors.filter((one) => one !== null)) {
        for (const user of ['anna', 'fremd'] as const) {
          const { status, text } = await world.call(user, endpoint, { ...input, limit: 100, cursor });
          expect(status).toBe(200);
          expect(text).not.toContain(secretNorth);
          expect(text.includes(secretForeign)).toBe(user === 'fremd' && text.includes(secretForeign));
        }
      }
    }
  });

  test('a history’s cursor of another customer shows nothing of it', async () => {
    const theirs = await world.call('ben', listActivities, { customerId: north.ids.customer, limit: 1 });
    const cursor = theirs.body.nextCursor ?? '';
    const answer = await world.call('anna', listActivities, { customerId: ours.ids.customer, cursor });

    expect(cursor).not.toBe('');
    expect(answer.text).not.toContain(secretNorth);
  });

  test.each([
    ['role', { role: null }, 'no_role'],
    ['place', { active: false }, undefined],
  ])('who loses his %s loses it with a live token', async (_title, change, code) => {
    const headers = { authorization: await world.authorizationOf('jonas') };
    const ask = () => fetch(`${world.url}/api/customers`, { headers });
    const set = (values: { role?: 'sales' | null; active?: boolean }) =>
      world.deps.db.system((trx) =>
        trx.updateTable('app_user').set(values).where('id', '=', people.jonas.id).execute(),
      );

    const before = (await ask()).status;
    await set(change);
    const after = await ask();
    const body = (await after.json()) as { error?: { code: string } };
    await set({ role: 'sales', active: true });

    expect(before).toBe(200);
    expect([401, 403]).toContain(after.status);
    if (code !== undefined) expect(body.error?.code).toBe(code);
    expect((await ask()).status).toBe(200);
  });
});

function comparable(answer: { status: number; text: string; headers: Headers }) {
  const left = [...answer.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  return {
    status: answer.status,
    headers: Object.fromEntries(left),
    text: answer.text.replace(/"requestId":"[^"]*"/, ''),
  };
}

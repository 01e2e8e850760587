// Without a bot: whoever's turn it is finds a notice in his Teams activity feed, and a mail only where that fails.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Complaint } from '#contract/complaint.ts';
import { getComplaint, reportComplaint } from '#contract/complaint.ts';
import { createActivityFeed } from '#api/outside/create-activity-feed.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { escalationCase, start } from '#tests/support/escalation-case.ts';
import { createJudge, hasGraphDescription } from '#tests/support/graph-description.ts';
import { databases } from '#tests/support/databases.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

describe.each(databases)('without a bot, on %s', (database) => {
  let world: World;
  let mails: string[];
  beforeEach(async () => {
    mails = [];
    world = await createWorld({
      database,
      now: start,
      hasFeed: true,
      deps: (deps) => ({
        cards: { ...deps.cards, available: false },
        graph: { ...deps.graph, sendMail: async (_user, mail) => void mails.push(mail.to) },
      }),
    });
  });
  afterEach(() => world.close());
  const { press } = escalationCase(() => world);

  async function raise(title = '4 Türschließer verlieren Öl'): Promise<Complaint> {
    const { customer } = await storeHollerbach(world);
    const { body } = await world.call('jonas', reportComplaint, buildReport(customer.id, { title }));
    return body.complaint;
  }
  const notifications = () => world.graph.calls.filter(({ url }) => url.includes('sendActivityNotification'));

  test('the manager finds one notice, with a link to exactly this customer, and gets no mail', async () => {
    const complaint = await raise();

    await world.runJobs();
    await world.runJobs();

    expect(world.graph.notices).toHaveLength(1);
    const [notice] = world.graph.notices;
    expect(notice).toMatchObject({
      to: world.people.petra.entraOid,
      activityType: 'escalationDecision',
      topic: { source: 'text', value: `${complaint.number} 4 Türschließer verlieren Öl` },
      templateParameters: [{ name: 'complaint', value: `${complaint.number} 4 Türschließer verlieren Öl` }],
    });
    expect(notice?.previewText.content).toContain('Ihre Entscheidung bis heute, 17:00');
    const context = JSON.parse(new URL(notice?.topic.webUrl ?? '').searchParams.get('context') ?? '{}') as {
      subEntityId?: string;
    };
    expect(context.subEntityId).toBe(complaint.customer.id);
    expect(mails).toEqual([]);
    const shown = await world.call('petra', getComplaint, { id: complaint.id });
    expect(shown.body.complaint.escalation?.card).toBe('none');
  });

  test('whoever takes it over is told nothing he knows; whoever is given it gets a notice of his own', async () => {
    const complaint = await raise();
    await world.runJobs();

    await press('petra', complaint.id, 'assign', { assigneeId: world.people.holger.id });
    await world.runJobs();

    expect(world.graph.notices.map(({ to }) => to)).toEqual([
      world.people.petra.entraOid,
      world.people.holger.entraOid,
    ]);
  });

  test('a lost answer leaves one notice: the second takes the place of the first', async () => {
    await raise();
    world.graph.faults.add({ path: /sendActivityNotification/, does: { kind: 'lose_answer' } });

    await world.runJobs();
    world.clock.set(new Date(start.getTime() + 5 * 60_000));
    await world.runJobs();

    expect(notifications()).toHaveLength(2);
    expect(world.graph.notices).toHaveLength(1);
    expect(mails).toEqual([]);
  });

  test.each([
    ['the app may not', { status: 403 }],
    ['Teams does not know the person', { status: 404 }],
  ])('where %s, a mail goes out at once', async (_why, { status }) => {
    await raise();
    world.graph.faults.add({ path: /sendActivityNotification/, does: { kind: 'refuse', status } });

    await world.runJobs();

    expect(world.graph.notices).toEqual([]);
    expect(mails).toEqual(['petra.lohmann@brenner-lohse.test']);
  });

  test('Graph that asks to wait is waited for; no mail goes out meanwhile', async () => {
    await raise();
    world.graph.faults.add({
      path: /sendActivityNotification/,
      does: { kind: 'refuse', status: 429, retryAfterSeconds: 120 },
    });

    await world.runJobs();
    const early = world.graph.notices.length;
    world.clock.set(new Date(start.getTime() + 3 * 60_000));
    await world.runJobs();

    expect(early).toBe(0);
    expect(world.graph.notices).toHaveLength(1);
    expect(mails).toEqual([]);
  });

  test('long and strange titles fit the feed', async () => {
    await raise(`${'Ü😀'.repeat(90)}`);

    await world.runJobs();

    expect(world.graph.notices).toHaveLength(1);
    expect([...(world.graph.notices[0]?.topic.value ?? '')].length).toBeLessThanOrEqual(50);
  });

  test.skipIf(!hasGraphDescription)('what is sent fits Microsoft’s description of Graph', async () => {
    await raise();
    await world.runJobs();
    const judge = createJudge();

    expect(notifications()).toHaveLength(1);
    expect(notifications().flatMap((call) => judge.judge(call))).toEqual([]);
  });

  test('a person’s own token is not enough for a notice', async () => {
    const authorization = await world.authorizationOf('anna');
    const feed = createActivityFeed({
      baseUrl: world.graphUrl,
      getToken: () => Promise.resolve(authorization.slice('Bearer '.length)),
      clock: world.clock,
      log: world.deps.log,
    });
    const notice = {
      type: 'escalationDecision',
      topic: 'x',
      url: 'https://teams.microsoft.com/l/entity/x/y',
      preview: 'x',
      parameters: {},
      key: 'x',
    } as const;

    const sent = feed.notify({ organizationId: 'x', entraOid: world.people.petra.entraOid }, notice);

    await expect(sent).rejects.toMatchObject({ code: 'consent_required', retry: false });
  });
});

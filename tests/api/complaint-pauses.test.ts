// Complaints that wait for the customer, and deadlines that come near, over HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getComplaint, moveComplaint, reportComplaint, updateComplaint } from '#contract/complaint.ts';
import { getMyDay } from '#contract/day.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { ShortName } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

const start = new Date('2026-09-03T13:58:00+02:00');

describe.each(databases)('complaints that wait on %s', (database) => {
  let world: World;
  const mails: { to: string; subject: string }[] = [];
  beforeAll(async () => {
    world = await createWorld({
      database,
      deps: (deps) => ({
        graph: { ...deps.graph, sendMail: async (_user, mail) => void mails.push(mail) },
      }),
    });
  });
  afterAll(() => world.close());

  async function report(change: Parameters<typeof buildReport>[1] = {}) {
    world.clock.set(start);
    // a customer of its own: the nightly look at all ratings moves those without orders
    const { customer } = await storeHollerbach(world);
    const input = buildReport(customer.id, { severity: 'medium', ...change });
    return (await world.call('jonas', reportComplaint, input)).body.complaint;
  }
  const read = async (id: string, user: ShortName = 'jonas') =>
    (await world.call(user, getComplaint, { id })).body;
  const pause = (id: string, version: number, change: { text?: string; untilOn?: string } = {}) =>
    world.call(
      'jonas',
      moveComplaint,
      { id, move: 'pause', text: 'Fotos der Typenschilder fehlen', untilOn: '2026-09-10', ...change },
      { ifMatch: version },
    );
  const resume = (id: string, version: number, user: ShortName = 'jonas') =>
    world.call(user, moveComplaint, { id, move: 'resume' }, { ifMatch: version });

  test('the clock stands still until it goes on, and both deadlines move by the working time paused', async () => {
    const made = await report();

    const waiting = (await pause(made.id, made.version)).body;
    world.clock.set(new Date('2026-09-04T09:58:00+02:00'));
    const meanwhile = (await read(made.id)).complaint;
    const resumed = await resume(made.id, waiting.version);

    expect(waiting).toMatchObject({
      state: 'open',
      pause: {
        reason: 'Fotos der Typenschilder fehlen',
        untilOn: '2026-09-10',
        by: { name: 'Jonas Weidner' },
      },
      moves: ['start', 'answer', 'close', 'resume'],
    });
    expect(waiting.firstAnswer?.workingMinutesLeft).toBe(made.firstAnswer?.workingMinutesLeft);
    // 13:58 to 17:00 and 8:00 to 9:58: five hours
    expect(meanwhile).toMatchObject({ pausedMinutes: 300, firstAnswer: { missed: false } });
    expect(meanwhile.firstAnswer?.workingMinutesLeft).toBe(made.firstAnswer?.workingMinutesLeft);
    expect(resumed.body).toMatchObject({ pause: null, pausedMinutes: 300 });
    expect([made.firstAnswer?.at, resumed.body.firstAnswer?.at]).toEqual([
      '2026-09-04T10:00:00.000Z',
      '2026-09-04T15:00:00.000Z',
    ]);
    expect([made.resolution?.at, resumed.body.resolution?.at]).toEqual([
      '2026-09-09T15:00:00.000Z',
      '2026-09-10T11:00:00.000Z',
    ]);
    const { events } = await read(made.id);
    expect(events.map(({ kind }) => kind)).toEqual(['reported', 'paused', 'resumed']);
  });

  test.each([
    ['without a reason', { text: ' ' }, 'text'],
    ['until today', { untilOn: '2026-09-03' }, 'untilOn'],
    ['for half a year', { untilOn: '2027-03-01' }, 'untilOn'],
  ])('it does not wait %s', async (_title, change, path) => {
    const made = await report();

    const refused = await pause(made.id, made.version, change);

    expect(refused).toMatchObject({ status: 400, body: { error: { fields: [{ path }] } } });
    expect((await read(made.id)).complaint.pause).toBeNull();
  });

  test('it waits once, and only its owner or a manager lets it', async () => {
    const made = await report();
    const { version } = (await pause(made.id, made.version)).body;

    const again = await pause(made.id, version);
    const anna = await resume(made.id, version, 'anna');
    const petra = await resume(made.id, version, 'petra');

    expect([again.status, anna.status, petra.status]).toEqual([409, 403, 200]);
  });

  test('on its day it goes on by itself, as if at midnight', async () => {
    const made = await report();
    await pause(made.id, made.version, { untilOn: '2026-09-07' });

    world.clock.set(new Date('2026-09-06T23:59:00+02:00'));
    await world.runSweeps();
    const before = (await read(made.id)).complaint;
    world.clock.set(new Date('2026-09-07T09:30:00+02:00'));
    await world.runSweeps();
    const after = await read(made.id);

    expect(before.pause).not.toBeNull();
    // Thursday 13:58 to 17:00 and the whole Friday: 182 + 540
    expect(after.complaint).toMatchObject({ pause: null, pausedMinutes: 722 });
    expect(after.complaint.firstAnswer?.at).toBe('2026-09-07T13:02:00.000Z');
    expect(after.events.at(-1)).toMatchObject({ kind: 'resumed', by: null });
  });

  test('while it waits no deadline is missed and nobody is warned', async () => {
    const made = await report();
    await pause(made.id, made.version, { untilOn: '2026-11-20' });

    world.clock.set(new Date('2026-11-02T09:00:00+01:00'));
    await world.runSweeps();
    const { complaint, events } = await read(made.id);

    expect(complaint).toMatchObject({ escalation: null, warning: null, firstAnswer: { missed: false } });
    expect(events.map(({ kind }) => kind)).toEqual(['reported', 'paused']);
  });

  test('closing ends the waiting, and what is reopened has its time anew', async () => {
    const made = await report();
    const waiting = (await pause(made.id, made.version)).body;

    world.clock.set(new Date('2026-09-04T09:58:00+02:00'));
    const closed = await world.call(
      'jonas',
      moveComplaint,
      { id: made.id, move: 'close', text: 'Ersetzt' },
      { ifMatch: waiting.version },
    );
    world.clock.set(new Date('2026-11-02T09:00:00+01:00'));
    const reopened = await world.call(
      'jonas',
      moveComplaint,
      { id: made.id, move: 'reopen', text: 'Wieder undicht' },
      { ifMatch: closed.body.version },
    );

    expect(closed.body).toMatchObject({ state: 'closed', pause: null, moves: ['reopen'] });
    expect(reopened.body).toMatchObject({
      state: 'in_progress',
      firstAnswer: { missed: false, fromAt: '2026-11-02T08:00:00.000Z' },
      // forty hours from Monday 9:00
      resolution: { at: '2026-11-06T12:00:00.000Z', missed: false },
    });
  });

  test('another severity keeps what was paused', async () => {
    const made = await report();
    const { version } = (await pause(made.id, made.version)).body;
    world.clock.set(new Date('2026-09-03T14:58:00+02:00'));
    const resumed = await resume(made.id, version);

    const changed = await world.call(
      'jonas',
      updateComplaint,
      { id: made.id, severity: 'low' },
      { ifMatch: resumed.body.version },
    );

    expect(resumed.body.firstAnswer?.at).toBe('2026-09-04T11:00:00.000Z');
    // eighteen hours: Thursday four, Friday nine, Monday five, and the hour that was paused
    expect(changed.body.firstAnswer?.at).toBe('2026-09-07T12:00:00.000Z');
  });

  test('partners see that one waits, not for what', async () => {
    const made = await report();
    await pause(made.id, made.version);

    const { complaint, events } = await read(made.id, 'dieter');

    expect(complaint.pause).toMatchObject({ reason: '', untilOn: '2026-09-10' });
    expect(events.map(({ kind }) => kind)).toEqual(['reported']);
  });

  test('in "Mein Tag" it stands on the day it goes on', async () => {
    const made = await report();
    await pause(made.id, made.version);

    const { body } = await world.call('jonas', getMyDay, {});

    const task = body.next.find((one) => one.kind === 'complaint' && one.complaint.id === made.id);
    expect(task?.dueAt).toBe('2026-09-10T06:00:00.000Z');
  });

  test('the owner is warned once before each deadline, by a mail to himself', async () => {
    const made = await report();

    world.clock.set(new Date('2026-09-04T11:10:00+02:00'));
    await world.runSweeps();
    await world.runSweeps();
    const near = await read(made.id);
    await world.runJobs();

    expect(near.complaint.warning).toBe('first_answer');
    expect(near.events.map(({ kind }) => kind)).toEqual(['reported', 'warned_first_answer']);
    expect(mails.filter(({ subject }) => subject.includes(made.number))).toMatchObject([
      { to: world.people.jonas.email, subject: `Frist läuft ab: ${made.number} ${made.title}` },
    ]);
  });
});

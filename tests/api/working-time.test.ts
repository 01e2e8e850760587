// Working time over HTTP: who sets it, what it refuses, and how the deadlines of open complaints follow.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getComplaint, reportComplaint } from '#contract/complaint.ts';
import * as workingTime from '#contract/working-time.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import { territories } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

const unknownId = '00000000-0000-4000-8000-0000000000ff';
const office = { from: '08:00', to: '17:00' };
const early = { from: '06:00', to: '14:00' };
const week = [office, office, office, office, { ...office, to: '14:00' }, null, null];
const workshop = [early, early, early, early, early, null, null];

describe.each(databases)('working time on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const time = async () => (await world.call('anna', workingTime.getWorkingTime, {})).body;

  async function reportOne() {
    const { customer } = await storeHollerbach(world);
    const { body } = await world.call(
      'jonas',
      reportComplaint,
      buildReport(customer.id, { severity: 'medium', receivedAt: '2026-09-03T13:00:00+02:00' }),
    );
    return body.complaint;
  }
  const read = async (id: string) => (await world.call('jonas', getComplaint, { id })).body;

  test('a company that set nothing works Monday to Friday', async () => {
    expect(await time()).toMatchObject({
      company: {
        version: 1,
        region: 'DE-BW',
        week: [office, office, office, office, office, null, null],
        warnFirstAnswerMinutes: 60,
      },
      locations: [],
      holidays: [],
      isReckoning: false,
    });
  });

  test('a shorter Friday moves the deadlines of open complaints, and the story says so', async () => {
    const before = await reportOne();
    const { company } = await time();

    const changed = await world.call(
      'miriam',
      workingTime.updateCompanyTime,
      { week },
      { ifMatch: company.version },
    );
    const meanwhile = await time();
    await world.runJobs();
    const after = await read(before.id);

    expect(changed).toMatchObject({ status: 200, body: { version: company.version + 1, week } });
    expect(meanwhile.isReckoning).toBe(true);
    // eight hours from Thursday 13:00: Thursday four, Friday four; forty: Fri 6, Mon–Wed 27, Thu 3
    expect(before.firstAnswer?.at).toBe('2026-09-04T10:00:00.000Z');
    expect(after.complaint.firstAnswer?.at).toBe('2026-09-04T10:00:00.000Z');
    expect(before.resolution?.at).toBe('2026-09-09T15:00:00.000Z');
    expect(after.complaint.resolution?.at).toBe('2026-09-10T09:00:00.000Z');
    expect(after.events.at(-1)).toMatchObject({ kind: 'deadlines_moved', by: null });

    const back = [office, office, office, office, office, null, null];
    await world.call(
      'miriam',
      workingTime.updateCompanyTime,
      { week: back },
      { ifMatch: changed.body.version },
    );
    await world.runJobs();
    expect((await read(before.id)).complaint.resolution?.at).toBe('2026-09-09T15:00:00.000Z');
  });

  test('who changes an older version is refused with the present one', async () => {
    const { company } = await time();

    const stale = await world.call(
      'miriam',
      workingTime.updateCompanyTime,
      { region: 'DE-BY' },
      { ifMatch: 99 },
    );

    expect(stale).toMatchObject({ status: 412, body: { error: { code: 'stale_version' } } });
    expect((await time()).company).toEqual(company);
  });

  test.each([
    ['nobody ever works', [null, null, null, null, null, null, null], 'week'],
    ['next to nobody works', [{ from: '08:00', to: '11:59' }, null, null, null, null, null, null], 'week'],
    ['a day ends before it begins', [{ from: '17:00', to: '08:00' }, ...week.slice(1)], 'week.0'],
  ])('a week in which %s is refused', async (_title, unfit, path) => {
    const { company } = await time();

    const refused = await world.call(
      'miriam',
      workingTime.updateCompanyTime,
      { week: unfit },
      { ifMatch: company.version },
    );

    expect(refused).toMatchObject({ status: 400, body: { error: { fields: [{ path }] } } });
  });

  test('a location counts by its own hours and Land, for complaints of its territories from then on', async () => {
    const earlier = await reportOne();
    const made = await world.call('miriam', workingTime.createLocation, {
      name: 'Werkstatt Leonberg',
      region: 'DE-BY',
      week: workshop,
      territoryIds: [territories.southwest.id],
    });
    const later = await reportOne();

    expect(made.body.territories).toEqual([{ id: territories.southwest.id, name: 'Südwest' }]);
    expect(later.location).toEqual({ id: made.body.id, name: 'Werkstatt Leonberg' });
    // Thursday 13:00: one hour until 14:00, then seven on Friday from 6:00
    expect(later.firstAnswer?.at).toBe('2026-09-04T11:00:00.000Z');
    await world.runJobs();
    expect((await read(earlier.id)).complaint).toMatchObject({
      location: null,
      firstAnswer: { at: '2026-09-04T10:00:00.000Z' },
    });

    const changed = await world.call(
      'miriam',
      workingTime.updateLocation,
      { id: made.body.id, week },
      { ifMatch: made.body.version },
    );
    await world.runJobs();
    expect((await read(later.id)).complaint.firstAnswer?.at).toBe('2026-09-04T10:00:00.000Z');

    const removed = await world.call(
      'miriam',
      workingTime.removeLocation,
      { id: made.body.id },
      { ifMatch: changed.body.version },
    );
    expect(removed.body).toEqual({ removed: true });
    expect((await time()).locations).toEqual([]);
    expect((await reportOne()).location).toBeNull();
    expect((await read(later.id)).complaint.location?.name).toBe('Werkstatt Leonberg');
  });

  test('a territory that is unknown, or somebody else’s, is refused', async () => {
    const refused = await world.call('miriam', workingTime.createLocation, {
      name: 'Nirgends',
      region: 'DE-BY',
      week,
      territoryIds: [unknownId],
    });

    expect(refused).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'territoryIds' }] } } });
    expect((await time()).locations).toEqual([]);
  });

  test('a company holiday moves deadlines over it, and back when it goes', async () => {
    const { id } = await reportOne();

    const made = await world.call('miriam', workingTime.createCompanyHoliday, {
      name: 'Betriebsausflug',
      firstOn: '2026-09-04',
      lastOn: '2026-09-04',
    });
    await world.runJobs();
    const over = await read(id);
    const listed = await world.call('anna', workingTime.listHolidays, { year: 2026 });
    const moved = await world.call(
      'miriam',
      workingTime.updateCompanyHoliday,
      { id: made.body.id, firstOn: '2026-09-11', lastOn: '2026-09-11' },
      { ifMatch: made.body.version },
    );
    await world.runJobs();
    const back = await read(id);
    const removed = await world.call(
      'miriam',
      workingTime.removeCompanyHoliday,
      { id: made.body.id },
      { ifMatch: moved.body.version },
    );

    expect(over.complaint.firstAnswer?.at).toBe('2026-09-07T10:00:00.000Z');
    expect(back.complaint.firstAnswer?.at).toBe('2026-09-04T10:00:00.000Z');
    expect(listed.body.items).toContainEqual({
      day: '2026-09-04',
      name: { de: 'Betriebsausflug', en: 'Betriebsausflug' },
      isPublic: false,
    });
    expect(listed.body.items).toContainEqual({
      day: '2026-06-04',
      name: { de: 'Fronleichnam', en: 'Corpus Christi' },
      isPublic: true,
    });
    expect(removed.body).toEqual({ removed: true });
    expect((await time()).holidays).toEqual([]);
    await world.runJobs();
  });

  test.each([
    ['that ends before it begins', { lastOn: '2026-08-01' }, 'lastOn'],
    ['of more than a month', { lastOn: '2026-10-04' }, 'lastOn'],
    ['at an unknown location', { locationId: unknownId }, 'locationId'],
  ])('a closing %s is refused', async (_title, change, path) => {
    const refused = await world.call('miriam', workingTime.createCompanyHoliday, {
      name: 'Ferien',
      firstOn: '2026-09-01',
      lastOn: '2026-09-02',
      ...change,
    });

    expect(refused).toMatchObject({ status: 400, body: { error: { fields: [{ path }] } } });
  });

  test('closings that leave no working day for two months are refused', async () => {
    const ids: { id: string; version: number }[] = [];
    for (const [firstOn, lastOn] of [
      ['2026-07-01', '2026-07-31'],
      ['2026-08-01', '2026-08-31'],
    ] as const) {
      const { body } = await world.call('miriam', workingTime.createCompanyHoliday, {
        name: 'Ferien',
        firstOn,
        lastOn,
      });
      ids.push(body);
    }

    const refused = await world.call('miriam', workingTime.createCompanyHoliday, {
      name: 'Ferien',
      firstOn: '2026-09-01',
      lastOn: '2026-09-30',
    });

    expect(refused).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'lastOn', problem: 'never_open' }] } },
    });
    for (const { id, version } of ids) {
      await world.call('miriam', workingTime.removeCompanyHoliday, { id }, { ifMatch: version });
    }
    await world.runJobs();
  });

  test('nobody but the administration sets it, and nobody sees that of another organisation', async () => {
    const made = await world.call('miriam', workingTime.createCompanyHoliday, {
      name: 'Inventur',
      firstOn: '2026-12-30',
      lastOn: '2026-12-30',
    });
    const { id, version } = made.body;

    const petra = await world.call('petra', workingTime.removeCompanyHoliday, { id }, { ifMatch: version });
    const stranger = await world.call('fremd', workingTime.getWorkingTime, {});
    const elsewhere = await world.call('anna', workingTime.listHolidays, {
      year: 2026,
      locationId: unknownId,
    });

    expect(petra.status).toBe(403);
    expect(stranger.body.holidays).toEqual([]);
    expect(elsewhere.status).toBe(404);
    await world.call('miriam', workingTime.removeCompanyHoliday, { id }, { ifMatch: version });
  });
});

// The closing mail over HTTP: who may prepare it, to whom it goes, and that its secret is kept nowhere.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAudit } from '#contract/audit.ts';
import { recordConsent } from '#contract/consent.ts';
import { getComplaint, moveComplaint, reportComplaint } from '#contract/complaint.ts';
import { surveyPages } from '#api/complaints/survey-pages.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import { openSurveyWorld, type SurveyCase } from '#tests/support/survey-case.ts';
import type { World } from '#tests/support/world.ts';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const unknownId = '00000000-0000-4000-8000-0000000000ff';

describe.each(databases)('the closing mail on %s', (database) => {
  let world: World;
  let survey: SurveyCase;
  beforeAll(async () => {
    ({ world, survey } = await openSurveyWorld(database));
  });
  afterAll(() => world.close());

  test('goes to the contact in his language, with a link that holds 30 days', async () => {
    const { id } = await survey.closedComplaint();
    const { status, body } = await survey.prepare('jonas', id);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      language: 'de',
      recipient: { name: 'Sabine Tietz' },
      survey: { expiresAt: '2026-10-03T11:58:00.000Z' },
    });
    expect(body.survey?.url).toMatch(/^http:\/\/localhost:3000\/survey\/[\w-]{43}$/);
  });

  test('keeps the secret nowhere but in the answer', async () => {
    const { id, customerId } = await survey.closedComplaint();
    const path = await survey.linkOf(id);
    const secret = path.split('/').at(-1) ?? '';

    const { rows } = await world.deps.db.system((trx) =>
      sql<{ kept: string }>`select coalesce(string_agg(kept, ''), '') as kept from (
        select s::text as kept from complaint_survey s
        union all select a::text from audit a union all select e::text from complaint_event e
        union all select k::text from idempotency_key k) all_rows`.execute(trx),
    );
    const audit = await world.call('petra', listAudit, { recordKind: 'complaint', recordId: id });

    expect(rows[0]?.kept).not.toContain(secret);
    expect(audit.body.items.map(({ action }) => action)).toContain('complaint.survey_prepared');
    expect(customerId).not.toBe('');
  });

  test('a second link does not end the first', async () => {
    const { id } = await survey.closedComplaint();
    const [first, second] = [await survey.linkOf(id), await survey.linkOf(id)];

    await survey.press(first, { score: '2' });
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await survey.press(second, { score: '5' });

    expect(first).not.toBe(second);
    expect((await survey.read(id)).complaint.satisfaction).toMatchObject({ score: 5, isChanged: false });
  });

  test('whoever objected to e-mails is not asked', async () => {
    const { id, customerId } = await survey.closedComplaint();
    const contact = await world.given.contact({
      customer_id: customerId,
      emails: [`neu.${id}@hollerbach.test`],
    });
    await world.deps.db.system((trx) =>
      trx
        .updateTable('contact')
        .set({ archived_at: world.clock.now() })
        .where('customer_id', '=', customerId)
        .where('id', '<>', contact.id)
        .execute(),
    );
    await world.call('jonas', recordConsent, {
      id: contact.id,
      channel: 'email',
      step: 'objected',
      source: 'Telefon',
    });
    const { body } = await survey.prepare('jonas', id);

    expect(body).toMatchObject({ recipient: { name: contact.name }, survey: null });
  });

  test('is for what was answered, and for who sees the customer', async () => {
    const { customer } = await storeHollerbach(world);
    const open = (await world.call('jonas', reportComplaint, buildReport(customer.id, { severity: 'low' })))
      .body;
    const { id } = await survey.closedComplaint();

    expect((await survey.prepare('jonas', open.complaint.id)).body).toMatchObject({
      error: { code: 'transition_not_allowed' },
    });
    expect((await survey.prepare('ben', id)).status).toBe(404);
    expect((await survey.prepare('jonas', unknownId)).status).toBe(404);
    expect((await survey.prepare('dieter', id)).status).toBe(403);
  });

  test('a partner does not read what the customer answered', async () => {
    const { id } = await survey.closedComplaint();
    await survey.press(await survey.linkOf(id), { score: '1', comment: 'Nie wieder' });

    const seen = JSON.stringify((await world.call('dieter', getComplaint, { id })).body);

    expect(seen).toContain('Türschließer');
    expect(seen).not.toMatch(/Nie wieder|survey_/);
  });

  test('reopening needs a reason, is counted, and gives the time anew', async () => {
    const { id } = await survey.closedComplaint();
    const { version } = (await survey.read(id)).complaint;

    const without = await world.call('jonas', moveComplaint, { id, move: 'reopen' }, { ifMatch: version });
    const back = await world.call(
      'jonas',
      moveComplaint,
      { id, move: 'reopen', text: 'Kunde unzufrieden' },
      { ifMatch: version },
    );

    expect(without.body.error).toMatchObject({ fields: [{ path: 'text', problem: 'missing' }] });
    expect(back.body).toMatchObject({ state: 'in_progress', reopenedCount: 1, closedAt: null });
    expect(back.body.resolution?.fromAt).toBe(world.clock.now().toISOString());
    expect((await survey.read(id)).events.at(-1)).toMatchObject({
      kind: 'reopened',
      text: 'Kunde unzufrieden',
    });
  });

  test('an address that asks too often is told to wait', async () => {
    const { id } = await survey.closedComplaint();
    const path = await survey.linkOf(id);
    const app = express().set('query parser', 'simple');
    app.use('/survey', surveyPages(world.deps, { perMinute: 3 }));
    const server = await new Promise<Server>((done) => {
      const listening = app.listen(0, '127.0.0.1', () => done(listening));
    });
    const { port } = server.address() as AddressInfo; // listens on a port

    const statuses = [];
    for (let turn = 0; turn < 5; turn += 1) {
      statuses.push((await fetch(`http://127.0.0.1:${port}${path}`)).status);
    }
    await new Promise((done) => server.close(done));

    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });
});

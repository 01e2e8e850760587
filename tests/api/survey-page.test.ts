// The page behind a survey link as anybody may open it: what it shows, what it keeps, what it refuses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActivities } from '#contract/activity.ts';
import { listFollowUps } from '#contract/follow-up.ts';
import { databases } from '#tests/support/databases.ts';
import { openSurveyWorld, type SurveyCase } from '#tests/support/survey-case.ts';
import type { World } from '#tests/support/world.ts';

const dayMs = 86_400_000;

describe.each(databases)('the survey page on %s', (database) => {
  let world: World;
  let survey: SurveyCase;
  beforeAll(async () => {
    ({ world, survey } = await openSurveyWorld(database));
  });
  afterAll(() => world.close());

  test('asks one question, names nothing of the customer, runs and frames nothing', async () => {
    const { id } = await survey.closedComplaint();
    const { status, headers, html } = await survey.open(await survey.linkOf(id));

    expect(status).toBe(200);
    expect(html).toContain('<h1>Wie zufrieden sind Sie?</h1>');
    expect(html.match(/type="radio"/g)).toHaveLength(5);
    expect(html).not.toMatch(/Hollerbach|Tietz|Türschließer|RK-26|Jonas|<script|https?:/);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('opening a face of the mail records nothing, it only ticks it', async () => {
    const { id } = await survey.closedComplaint();
    const path = await survey.linkOf(id);

    for (const score of [1, 2, 3, 4, 5]) await survey.open(`${path}?score=${score}`);
    await fetch(`${world.url}${path}?score=1`, { method: 'HEAD' });
    const { html } = await survey.open(`${path}?score=2`);

    expect(html).toMatch(/value="2" required checked/);
    expect(html.match(/ checked/g)).toHaveLength(1);
    expect((await survey.read(id)).complaint.satisfaction).toBeNull();
  });

  test('an answer stands in the complaint, its story and the history of the customer', async () => {
    const { id, customerId } = await survey.closedComplaint();
    const path = await survey.linkOf(id);

    const sent = await survey.press(path, { score: '4', comment: ' Schnell <b>gelöst</b>\r\nDanke ' });
    const after = await survey.open(path);
    const { complaint, events } = await survey.read(id);
    const history = await world.call('jonas', listActivities, { customerId });
    const asked = await world.call('jonas', listFollowUps, { customerId, state: 'open' });

    expect([sent.status, sent.headers.get('location')]).toEqual([303, path]);
    expect(after.html).toContain('Vielen Dank. Ihre Antwort: Zufrieden.');
    expect(after.html).not.toContain('gelöst</b>');
    expect(complaint.satisfaction).toEqual({
      score: 4,
      comment: 'Schnell <b>gelöst</b>\nDanke',
      answeredAt: world.clock.now().toISOString(),
      isChanged: false,
    });
    expect(events.at(-1)).toMatchObject({ kind: 'survey_answered', by: null });
    expect(history.body.items[0]).toMatchObject({
      kind: 'web',
      direction: 'inbound',
      subject: `Zufriedenheit nach ${complaint.number}: 4 von 5`,
      loggedBy: null,
      links: [{ kind: 'complaint', id }],
    });
    expect(asked.body.items).toEqual([]);
  });

  test('a bad answer asks the owner for a word with the customer, once', async () => {
    const { id, customerId } = await survey.closedComplaint();
    const path = await survey.linkOf(id);

    await survey.press(path, { score: '2', comment: 'Wieder undicht' });
    await survey.press(path, { score: '1' });
    const asked = await world.call('jonas', listFollowUps, { customerId, state: 'open', mine: 'true' });

    expect(asked.body.items).toHaveLength(1);
    expect(asked.body.items[0]?.title).toMatch(/^Kunde unzufrieden \(2 von 5\): RK-26-\d{4} 4 Türschließer/);
    expect(asked.body.items[0]?.dueOn).toBe('2026-09-04');
  });

  test('can be changed until it expires; the same again changes nothing', async () => {
    const { id, customerId } = await survey.closedComplaint();
    const path = await survey.linkOf(id);

    await survey.press(path, { score: '5' });
    await survey.press(path, { score: '5' });
    await Promise.all([survey.press(path, { score: '3' }), survey.press(path, { score: '3' })]);
    const { complaint, events } = await survey.read(id);
    const history = await world.call('jonas', listActivities, { customerId });

    expect(complaint.satisfaction).toMatchObject({ score: 3, isChanged: true });
    const told = events.map(({ kind }) => kind).filter((kind) => kind.startsWith('survey'));
    expect(told).toEqual(['survey_prepared', 'survey_answered', 'survey_changed']);
    expect(history.body.items.filter(({ kind }) => kind === 'web')).toHaveLength(1);
  });

  test('after ten answers it is enough', async () => {
    const { id } = await survey.closedComplaint();
    const path = await survey.linkOf(id);

    for (let turn = 0; turn < 11; turn += 1) await survey.press(path, { score: String(3 + (turn % 2)) });
    const { html } = await survey.open(path);

    expect((await survey.read(id)).complaint.satisfaction?.score).toBe(4);
    expect(html).toContain('Ihre Antwort lässt sich nicht mehr ändern.');
    expect(html).not.toContain('<form');
  });

  test('an expired link answers like a forged one', async () => {
    const { id } = await survey.closedComplaint();
    const path = await survey.linkOf(id);
    const began = world.clock.now();
    const forged = [
      `/survey/${'A'.repeat(43)}`,
      '/survey/x',
      `${path}A`,
      `/survey/${path.slice(-42)}B`,
      '/survey/%00',
    ];

    const before = await Promise.all(forged.map((one) => survey.open(one)));
    const posted = await Promise.all(forged.map((one) => survey.press(one, { score: '1' })));
    world.clock.set(new Date(began.getTime() + 30 * dayMs));
    const expired = await survey.open(path);
    const late = await survey.press(path, { score: '1' });
    world.clock.set(began);

    const answers = [...before, ...posted, expired, late];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
    expect(expired.html).toContain('Dieser Link gilt nicht');
    expect((await survey.read(id)).complaint.satisfaction).toBeNull();
  });

  test.each([
    ['no face', ''],
    ['a face there is not', 'score=6'],
    ['two faces', 'score=1&score=5'],
    ['a script', 'score=%3Cscript%3E'],
    ['an object', 'score[a]=5'],
  ])('%s is pointed out, and nothing is kept', async (_, body) => {
    const { id } = await survey.closedComplaint();
    const { status, html } = await survey.press(await survey.linkOf(id), body);

    expect(status).toBe(400);
    expect(html).toContain('Bitte wählen Sie eine der fünf Antworten.');
    expect((await survey.read(id)).complaint.satisfaction).toBeNull();
  });

  test('what no form of ours sends is refused in words, and a long comment is cut', async () => {
    const { id } = await survey.closedComplaint();
    const path = await survey.linkOf(id);

    const huge = await survey.press(path, { score: '5', comment: 'x'.repeat(40_000) });
    await survey.press(path, { score: '5', comment: `\u0000\u001b${'ä'.repeat(1_200)}` });

    expect(huge.status).toBe(400);
    expect(huge.html).toContain('Das hat nicht geklappt');
    expect((await survey.read(id)).complaint.satisfaction?.comment).toBe('ä'.repeat(1_000));
  });

  test('speaks the language of the contact, whatever the browser prefers', async () => {
    const { id, customerId } = await survey.closedComplaint();
    await world.deps.db.system((trx) =>
      trx.updateTable('contact').set({ language: 'en' }).where('customer_id', '=', customerId).execute(),
    );
    const { html, headers } = await survey.open(await survey.linkOf(id), 'de');
    const unknown = await survey.open('/survey/x', 'en-GB');

    expect(html).toContain('<h1>How satisfied are you?</h1>');
    expect(headers.get('content-language')).toBe('en');
    expect(unknown.html).toContain('This link is not valid');
  });
});

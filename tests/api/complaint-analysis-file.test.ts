// The complaints behind the figures as a file: for German spreadsheets, formula text stays text, rights as everywhere.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { exportComplaintAnalysis } from '#contract/complaint-analysis.ts';
import type { Input } from '#contract/endpoint.ts';
import { analysisMonth, storeAnswered, storeCauses } from '#tests/support/analysis-case.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

describe.each(databases)('the analysis as a file on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
    const { seal } = await storeCauses(world);
    const south = await world.given.customer({ name: '=cmd|A1', rating_letter: 'B' });
    const north = await world.given.customer({ owner_id: people.ben.id, territory_id: territories.north.id });
    await storeAnswered(world, { customer: south, on: '2025-05-06', minutes: 90, causeId: seal.id });
    await storeAnswered(world, { customer: north, on: '2025-05-05', minutes: 30 });
  });
  afterAll(() => world.close());

  async function file(
    user: ShortName,
    input: Partial<Input<typeof exportComplaintAnalysis>> = {},
  ): Promise<Response> {
    return fetch(`${world.url}/api/complaint-analysis/export`, {
      method: 'POST',
      headers: { authorization: await world.authorizationOf(user), 'content-type': 'application/json' },
      body: JSON.stringify({ ...analysisMonth('2025-05'), format: 'csv', ...input }),
    });
  }
  const linesOf = async (answer: Response) => (await answer.text()).trimEnd().split('\r\n');

  test('CSV has a mark, semicolons and decimal commas, and no formula', async () => {
    const answer = await file('petra');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const [head, first] = bytes.toString('utf8').slice(1).split('\r\n');

    expect(answer.headers.get('content-disposition')).toContain('.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(head).toMatch(/^Nummer;Titel;Kunde;Klasse;Standort;Warengruppe;Ursache;Stand;Eingang;/);
    expect(first).toContain(";'=cmd|A1;B;");
    expect(first).toContain('Ware › Dichtung undicht;Beantwortet;06.05.2025;0,25;1,5;Ja;;;Nein;0,00;');
  });

  test('each sees his customers only, in his language; partners get nothing', async () => {
    const [all, own, english, partner] = await Promise.all([
      file('petra').then(linesOf),
      file('ben').then(linesOf),
      file('ben', { language: 'en' }).then(linesOf),
      file('dieter'),
    ]);

    expect([all.length, own.length]).toEqual([3, 2]);
    expect(english[0]).toContain('Number;Title;Customer');
    expect(partner.status).toBe(403);
  });

  test('XLSX has numbers and dates', async () => {
    const answer = await file('petra', { format: 'xlsx', which: 'answered', letter: 'B' });
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('=cmd|A1');
    expect(sheet).toMatch(/<c r="I2" s="\d+"><v>45783<\/v>/); // 06.05.2025
    expect(sheet).toMatch(/<c r="K2"[^>]*><v>1.5<\/v>/);
  });
});

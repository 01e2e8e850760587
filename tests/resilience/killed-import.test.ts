// Killed in the middle of an import: the next start goes on where it was, with no row twice and none lost.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getImportRun, startImport } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-map.ts';
import { createTestDatabase, databases } from '#tests/support/databases.ts';
import { uploadFile } from '#tests/support/import-files.ts';
import { createServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const count = 6_000;
const orders = 60;
/** The lines of an order stand far apart, so that every kill falls into the middle of all of them. */
const files: { kind: ImportKind; head: string; row: (at: number) => string }[] = [
  {
    kind: 'customers',
    head: 'Kundennummer;Firma;PLZ',
    row: (at) => `A${at};Absturz ${at} GmbH;71229`,
  },
  {
    kind: 'orderLines',
    head: 'Auftragsnummer;Kundennummer;Auftragsdatum;Bezeichnung;Menge;Netto',
    row: (at) => `AB-${at % orders};A${at % orders};01.08.2026;Teil ${at};${at + 1};1,00`,
  },
];
/** Each start is late enough for the hold of the server killed before to have run out. */
const afterTheHold = ['2026-09-03T14:08:00+02:00', '2026-09-03T14:18:00+02:00'];

describe.each(databases)('an import killed in the middle on %s', (database) => {
  let server: ServerProcess;
  beforeAll(async () => {
    const settings = database === 'postgres' ? { DATABASE_URL: await createTestDatabase() } : {};
    server = await createServerProcess(settings);
    await server.start();
  }, 120_000);
  afterAll(() => server.close());

  const look = async (id: string) => (await server.call('miriam', getImportRun, { id })).body.run;

  async function begin(kind: ImportKind, fileId: string): Promise<string> {
    const { status, body, text } = await server.call('miriam', startImport, {
      kind,
      fileId,
      isDryRun: false,
    });
    expect(status, text).toBe(200);
    return body.id;
  }

  /** Waits for a state of the run, however long a batch takes here. */
  async function until(id: string, isSo: (run: Awaited<ReturnType<typeof look>>) => boolean) {
    for (;;) {
      const run = await look(id);
      if (isSo(run)) return run;
      await wait(5);
    }
  }
  const isOver = ({ state }: { state: string }) => ['done', 'failed', 'cancelled'].includes(state);

  test('goes on where it was, and the file again changes nothing', { timeout: 300_000 }, async () => {
    for (const [turn, { kind, head, row }] of files.entries()) {
      const rows = Array.from({ length: count }, (_, at) => row(at));
      const file = await uploadFile(server, 'miriam', `${kind}.csv`, `${[head, ...rows].join('\n')}\n`);
      const id = await begin(kind, file.id);
      const atKill = await until(id, (run) => run.rowsRead > 0 || isOver(run));
      await server.kill();
      await server.start(afterTheHold[turn]);

      const ended = await until(id, isOver);
      const again = await until(await begin(kind, file.id), isOver);

      expect(atKill.rowsRead).toBeGreaterThan(0);
      expect(ended).toMatchObject({
        kind,
        state: 'done',
        rowsRead: count,
        created: count,
        same: 0,
        wrong: 0,
      });
      expect(again).toMatchObject({ kind, state: 'done', created: 0, changed: 0, same: count, wrong: 0 });
    }
    expect(server.said()).not.toMatch(/"level":(50|60)/);
  });
});

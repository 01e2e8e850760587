import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FolderInUseError, lockFolder } from '#api/db/lock.ts';
import { openPglite } from '#api/db/open-pglite.ts';

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundencockpit-durable-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lets the writer acknowledge some rows, then kills it without warning; the rows it had acknowledged. */
function killMidway(rows: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.split('\n').length > rows) child.kill('SIGKILL');
    });
    child.once('close', () => resolve(text.split('\n').filter((line) => line.length === 36)));
  });
}

test('every acknowledged row is there after ten kills without warning', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 10; round += 1) acknowledged.push(...(await killMidway(20 + round)));

  const db = await openPglite(join(folder, 'pg'));
  const rows = await db.system((trx) => trx.selectFrom('organization').select('organization_id').execute());
  await db.close();
  const stored = new Set(rows.map((row) => row.organization_id));

  expect(acknowledged.length).toBeGreaterThanOrEqual(200);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
}, 120_000);

test('a second server on the same folder is refused with a sentence, and let in once the first has gone', async () => {
  const release = await lockFolder(folder);

  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
  await release();
  const again = await lockFolder(folder);

  await again();
});

// Starting: a sentence instead of a stack when it cannot be, and loopback in both spellings.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { lockFolder } from '#api/db/lock.ts';
import { listen, stopListening } from '#api/listen.ts';
import { freePort } from '#tests/support/databases.ts';

interface Ending {
  readonly code: number | null;
  readonly said: string;
}

function start(environment: Record<string, string>, more: string[] = []): Promise<Ending> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/start.ts', ...more], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  let said = '';
  const listenTo = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', listenTo);
  child.stderr.on('data', listenTo);
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said })));
}

describe('npm start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kundencockpit-start-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('refuses the demo in production', async () => {
    const { code, said } = await start({ NODE_ENV: 'production', DATA_FOLDER: folder });

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([
      expect.stringMatching(/^Kundencockpit startet mit NODE_ENV=production nicht/),
      expect.stringMatching(/^Kundencockpit does not start with NODE_ENV=production/),
    ]);
  });

  test('refuses a folder on which another server runs', async () => {
    const unlock = await lockFolder(folder);
    const { code, said } = await start({ DATA_FOLDER: folder });
    await unlock();

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([
      expect.stringMatching(/^Auf dem Ordner .* läuft schon ein Kundencockpit\./),
      expect.stringMatching(/^Another Kundencockpit is already running on the folder /),
    ]);
  });

  test('refuses a word it does not know', async () => {
    const { code, said } = await start({ DATA_FOLDER: folder }, ['--prot', '1']);

    expect(code).toBe(1);
    expect(said).toContain("Unknown option '--prot'");
    expect(said.trim().split('\n')).toHaveLength(2);
  });

  test('a database that does not answer is a sentence', async () => {
    const url = `postgres://nobody:geheim@127.0.0.1:${await freePort()}/none`;
    const { code, said } = await start({ DATA_FOLDER: folder, DATABASE_URL: url });

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([
      expect.stringMatching(/^Die Datenbank aus DATABASE_URL antwortet nicht/),
      expect.stringMatching(/^The database of DATABASE_URL does not answer/),
    ]);
    expect(said).not.toContain('geheim');
  });

  test('a database that knows neither us nor the name is a sentence', async () => {
    const url = new URL(inject('postgresUrl'));
    url.pathname = '/there_is_none';
    const { code, said } = await start({ DATA_FOLDER: folder, DATABASE_URL: url.href });

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([
      expect.stringMatching(/^Die Datenbank aus DATABASE_URL nimmt uns nicht an/),
      expect.stringMatching(/^The database of DATABASE_URL turns us away/),
    ]);
  });

  test('a data folder that is a file is a sentence', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, said } = await start({ DATA_FOLDER: file });

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(2);
    expect(said).toMatch(/^Der Datenordner kann nicht beschrieben werden/);
  });
});

describe('listening', () => {
  test('on localhost answers under both addresses, and a second server is refused', async () => {
    const port = await freePort();
    const servers = await listen((_request, response) => response.end('hier'), 'localhost', port);

    const four = await (await fetch(`http://127.0.0.1:${port}`)).text();
    const second = await listen(() => undefined, 'localhost', port).catch((error: unknown) => error);
    const texts = servers.length === 2 ? await (await fetch(`http://[::1]:${port}`)).text() : four;
    await stopListening(servers);

    expect([four, texts]).toEqual(['hier', 'hier']);
    expect(second).toMatchObject({ code: 'EADDRINUSE' });
  });
});

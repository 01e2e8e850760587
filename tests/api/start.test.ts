// Starting: a sentence instead of a stack when it cannot be, and loopback in both spellings.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    expect(said.trim()).toMatch(/^Kundencockpit does not start with NODE_ENV=production.*$/);
  });

  test('refuses a folder on which another server runs', async () => {
    const unlock = await lockFolder(folder);
    const { code, said } = await start({ DATA_FOLDER: folder });
    await unlock();

    expect(code).toBe(1);
    expect(said.trim()).toMatch(/^Another Kundencockpit is already running on the folder .*$/);
  });

  test('refuses a word it does not know', async () => {
    const { code, said } = await start({ DATA_FOLDER: folder }, ['--prot', '1']);

    expect(code).toBe(1);
    expect(said).toContain("Unknown option '--prot'");
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  test('a database that does not answer is a sentence', async () => {
    const url = `postgres://nobody:geheim@127.0.0.1:${await freePort()}/none`;
    const { code, said } = await start({ DATA_FOLDER: folder, DATABASE_URL: url });

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain('database');
    expect(said).not.toContain('geheim');
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

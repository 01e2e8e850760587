// Killed while it starts for the first time, again and again: the next start finishes what was begun, with all sample data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCustomers } from '#contract/customer.ts';
import { createTestDatabase, databases } from '#tests/support/databases.ts';
import { createServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const momentsMs = [900, 1_800, 3_000];

describe.each(databases)('killed while starting on %s', (kind) => {
  let server: ServerProcess;
  beforeAll(async () => {
    const settings = kind === 'postgres' ? { DATABASE_URL: await createTestDatabase() } : {};
    server = await createServerProcess(settings);
  });
  afterAll(() => server.close());

  test('starts whole the next time', { timeout: 180_000 }, async () => {
    for (const ms of momentsMs) await server.startAndKill(ms);

    await server.start();
    const { status, body } = await server.call('petra', listCustomers, { limit: 100 });

    expect(status).toBe(200);
    expect(body.items).toHaveLength(100);
    expect(server.said()).not.toMatch(/"level":(50|60)/);
  });
});

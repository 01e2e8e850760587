// A server with a sign-in, as a company runs it: nothing of the demo answers there.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErrorBody } from '#contract/errors.ts';
import { readConfig } from '#api/config.ts';
import { listen, stopListening } from '#api/listen.ts';
import { createMain } from '#api/main.ts';
import type { Main } from '#api/main.ts';

describe('with NODE_ENV=production and a tenant', () => {
  let folder: string;
  let main: Main;
  let servers: Server[];
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kundencockpit-production-'));
    const config = readConfig({
      NODE_ENV: 'production',
      DATA_FOLDER: folder,
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'https://crm.example.test',
      ENTRA_TENANT_ID: '11111111-2222-4333-8444-aaaaaaaaaaaa',
      ENTRA_CLIENT_ID: '22222222-2222-4333-8444-aaaaaaaaaaaa',
      ENTRA_CLIENT_SECRET: 'nicht geheim',
    });
    main = await createMain(config);
    servers = await listen(main.app, '127.0.0.1', 0);
    url = `http://127.0.0.1:${(servers[0]?.address() as AddressInfo).port}`; // a server that listens on a port
  });
  afterAll(async () => {
    await stopListening(servers);
    await main.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ['GET', '/demo/users'],
    ['POST', '/demo/sign-in'],
    ['POST', '/demo/reset'],
    ['GET', '/demo/connector/chats?user=petra'],
    ['POST', '/demo/connector/invoke'],
    ['GET', '/demo/connector/v1/.well-known/keys'],
    ['GET', '/demo/graph/v1.0/me'],
    ['GET', '/demo/outlook/'],
    ['GET', '/demo/teams/'],
    ['GET', '/demo/'],
    ['GET', '/'],
    ['GET', '/office-js/office.js'],
  ])('%s %s is not there', async (method, path) => {
    const response = await fetch(`${url}${path}`, { method });
    const { error } = ErrorBody.parse(await response.json());

    expect([response.status, error.code]).toEqual([404, 'not_found']);
  });

  test.each(['/hilfe', '/datenschutz', '/nutzung'])(
    '%s is there, and says nothing of a demo',
    async (path) => {
      const response = await fetch(`${url}${path}`);
      const page = await response.text();

      expect(response.status).toBe(200);
      expect(page).toContain('<h1>');
      expect(page).not.toContain('Demo');
    },
  );

  test('and a token of the demo’s issuer opens nothing', async () => {
    const { createDemoIssuer } = await import('#api/demo-sign-in/issuer.ts');
    const issuer = await createDemoIssuer({ now: () => new Date() }, null);
    const token = await issuer.issue({ entraOid: crypto.randomUUID(), name: 'Petra', email: 'petra@x.test' });
    const response = await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } });

    expect(response.status).toBe(401);
  });
});

// The pages as browsers get them: headers, packing, addresses that are no pages.
import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages } from '#api/http/pages.ts';

let folder: string;
const servers: Server[] = [];
const origins = { demo: '', entra: '' };

async function serve(isDemo: boolean): Promise<string> {
  const app = express();
  const authorityOrigin = isDemo ? null : 'https://login.microsoftonline.com';
  // The rest of the server may be framed by nobody.
  app.use((_request, response, next) => {
    response.set({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
    });
    next();
  });
  app.use(createPages({ folder, isDemo, authorityOrigin, publicUrl: 'https://cockpit.example.com' }));
  const server = await new Promise<Server>((done) => {
    const listening = app.listen(0, '127.0.0.1', () => done(listening));
  });
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '.pages-test-')); // a dot, as in ~/.local;
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('pages/index.html', 'landing');
  write('pages/outlook/pane.html', '<head>%OFFICE_JS%</head>');
  write('pages/demo/outlook/index.html', 'demo');
  write('assets/pane.0123456789.js', 'plain');
  write('assets/pane.0123456789.js.gz', 'packed by gzip');
  write('assets/pane.0123456789.js.br', 'packed by brotli');
  write('assets/outlook-events.js', 'handlers()');
  write('secret.txt', 'never shown');
  origins.demo = await serve(true);
  origins.entra = await serve(false);
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

/** Without fetch's own unpacking and header changes; `path` is sent as it stands. */
function get(origin: string, path: string, acceptEncoding = 'identity') {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((done, failed) => {
    const { hostname, port } = new URL(origin);
    const asked = request(
      { hostname, port, path, headers: { 'accept-encoding': acceptEncoding } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    asked.on('error', failed).end();
  });
}

describe('assets', () => {
  it.each([
    ['br, gzip', 'br', 'packed by brotli'],
    ['gzip', 'gzip', 'packed by gzip'],
    ['identity', undefined, 'plain'],
  ])('come packed as the browser can read them (%s)', async (accepted, encoding, text) => {
    const answer = await get(origins.demo, '/assets/pane.0123456789.js', accepted);

    expect(answer.status).toBe(200);
    expect(answer.text).toBe(text);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toContain('javascript');
  });

  it('may be kept for ever', async () => {
    const { headers } = await get(origins.demo, '/assets/pane.0123456789.js');

    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});

describe('the Outlook pane', () => {
  it('takes Office.js from Microsoft in production and from npm in the demo', async () => {
    const production = await get(origins.entra, '/outlook/pane.html');
    const demo = await get(origins.demo, '/outlook/pane.html');

    expect(production.text).toContain('src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"');
    expect(demo.text).toContain('src="/office-js/office.js"');
    expect(demo.text).not.toContain('https://');
  });

  it('may be framed by Outlook and Teams, and asks for itself every time', async () => {
    const { headers } = await get(origins.entra, '/outlook/pane.html');
    const policy = String(headers['content-security-policy']);

    expect(policy).toMatch(
      /frame-ancestors 'self' https:\/\/outlook\.office\.com .*https:\/\/teams\.microsoft\.com/,
    );
    expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com");
    expect(policy).toContain('https://login.microsoftonline.com');
    expect(policy).not.toContain('unsafe-eval');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['x-frame-options']).toBeUndefined();
  });
});

describe('the pages of the demo', () => {
  it('exist in the demo only', async () => {
    const demo = await Promise.all(['/', '/demo/outlook/'].map((path) => get(origins.demo, path)));
    const production = await Promise.all(
      ['/', '/demo/outlook/', '/office-js/office.js'].map((path) => get(origins.entra, path)),
    );

    expect(demo.map(({ status }) => status)).toEqual([200, 200]);
    expect(production.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('let Office.js show its own question in a frame', async () => {
    const { status, headers } = await get(origins.demo, '/office-js/AgaveErrorUX/index.html');

    expect(status).toBe(200);
    expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'self'");
    expect(headers['x-frame-options']).toBeUndefined();
  });

  it('are found without the closing slash', async () => {
    const answer = await get(origins.demo, '/demo/outlook');

    expect([answer.status, answer.headers['location']]).toEqual([302, '/demo/outlook/']);
  });

  it('cannot be framed by anybody else', async () => {
    const { headers } = await get(origins.demo, '/demo/outlook/');

    expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'self'");
    expect(String(headers['content-security-policy'])).not.toContain('teams.microsoft.com');
  });
});

it.each([
  '/nothing.html',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2fsecret.txt',
  '/assets/%2e%2e%2fsecret.txt',
  '/secret.txt',
  '/pages/index.html',
  '//evil.test/',
])('%s is no page', async (path) => {
  const answer = await get(origins.demo, path);

  expect(answer.status).toBe(404);
  expect(answer.text).not.toContain('never shown');
});

describe('the handlers of sending, for Outlook without a page,', () => {
  it('are told where their server is, and are fetched anew after every release', async () => {
    const { status, headers, text } = await get(origins.entra, '/outlook/events.js');

    expect([status, text]).toEqual([
      200,
      'var kundencockpitServer="https://cockpit.example.com";\nhandlers()',
    ]);
    expect(headers['content-type']).toContain('javascript');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('may call the server from classic Outlook', async () => {
    const { text } = await get(origins.entra, '/.well-known/microsoft-officeaddins-allowed.json');

    expect(JSON.parse(text)).toEqual({ allowed: ['https://cockpit.example.com/outlook/events.js'] });
  });
});

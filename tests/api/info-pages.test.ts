// Help, privacy and terms of use, as anybody's browser gets them.
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInfoPages } from '#api/info/info-pages.ts';
import { infoColours } from '#api/info/style.ts';
import { german } from '#api/info/words-de.ts';
import { english } from '#api/info/words-en.ts';
import { infoPageNames } from '#api/info/words.ts';
import { pages as manifestPages } from '#manifest/source.ts';

const servers: Server[] = [];
const origins = { demo: '', entra: '' };

beforeAll(async () => {
  for (const [kind, isDemo] of [['demo', true] as const, ['entra', false] as const]) {
    const app = express();
    app.set('query parser', 'simple');
    app.use(createInfoPages({ isDemo }));
    const server = await new Promise<Server>((done) => {
      const listening = app.listen(0, '127.0.0.1', () => done(listening));
    });
    servers.push(server);
    origins[kind] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listens on a port
  }
});
afterAll(() => {
  for (const server of servers) server.close();
});

async function get(origin: string, path: string, language?: string) {
  const response = await fetch(`${origin}${path}`, {
    headers: { 'accept-language': language ?? 'de-DE,de;q=0.9,en;q=0.5' },
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

it('the pages that the manifests name are these', () => {
  const named = [manifestPages.support, manifestPages.privacy, manifestPages.terms];

  expect(named).toEqual(infoPageNames.map((name) => `/${name}`));
});

describe.each(infoPageNames)('/%s', (name) => {
  it.each([
    ['German without a wish', '', 'de-DE,de', german],
    ['English for an English browser', '', 'en-GB,en;q=0.9,de;q=0.1', english],
    ['English for ?lang=en, whatever the browser says', '?lang=en', 'de-DE', english],
    ['German for ?lang=de, whatever the browser says', '?lang=de', 'en-GB', german],
    ['German for a language that there is not', '?lang=fr', 'fr-FR', german],
  ])('is %s', async (_, query, accepted, words) => {
    const { status, headers, html } = await get(origins.entra, `/${name}${query}`, accepted);

    expect(status).toBe(200);
    expect(html).toContain(`<h1>${words.pages[name].title}</h1>`);
    expect(html).toContain(`<html lang="${words === german ? 'de' : 'en'}">`);
    expect(headers.get('content-language')).toBe(words === german ? 'de' : 'en');
    expect(headers.get('vary')).toContain('Accept-Language');
  });

  it('runs no script, loads nothing from elsewhere and may be framed by nobody', async () => {
    const { headers, html } = await get(origins.entra, `/${name}`);

    expect(html).not.toMatch(/<script|https?:\/\//);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('speaks of the demo in the demo only, and leads back to it', async () => {
    const demo = await get(origins.demo, `/${name}`);
    const entra = await get(origins.entra, `/${name}`);

    expect(demo.html).toContain('In dieser Demo');
    expect(demo.html).toContain('<a href="/">Zur Demo</a>');
    expect(entra.html).not.toContain('Demo');
  });

  it('has one first heading, marks where one is, and keeps the language in its links', async () => {
    const { html } = await get(origins.entra, `/${name}?lang=en`);

    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/aria-current="page"/g)).toHaveLength(1);
    for (const to of infoPageNames) expect(html).toContain(`href="/${to}?lang=en"`);
    expect(html).toContain(`href="/${name}?lang=de" hreflang="de"`);
  });
});

it('repeated or strange wishes for a language are answered in German', async () => {
  const answers = await Promise.all(
    ['?lang=en&lang=de', '?lang[]=en', '?lang=%00', '?lang=../x'].map((query) =>
      get(origins.entra, `/hilfe${query}`),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  for (const { html } of answers) expect(html).toContain('<html lang="de">');
});

it('the colours are those of Fluent', () => {
  for (const [token, values] of Object.entries(infoColours)) {
    const key = token as keyof typeof infoColours; // the keys of the record
    expect([webLightTheme[key], webDarkTheme[key]], token).toEqual(values);
  }
});

// Settings: the demo only where nothing of Entra is configured, and sentences instead of half a set-up.
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '#api/config.ts';

const entra = {
  ENTRA_TENANT_ID: '11111111-2222-4333-8444-AAAAAAAAAAAA',
  ENTRA_CLIENT_ID: 'client',
  ENTRA_CLIENT_SECRET: 'secret',
};

describe('settings', () => {
  test('nothing configured is the demo on loopback', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'demo',
      host: 'localhost',
      port: 3000,
      dataFolder: './data',
      databaseUrl: null,
      publicUrl: 'http://localhost:3000',
      graphUrl: 'http://localhost:3000/demo/graph',
      entra: null,
      bot: null,
    });
  });

  test('empty variables, as in a copied example file, count as not set', () => {
    const empty = Object.fromEntries(
      [...Object.keys(entra), 'DATABASE_URL', 'PORT', 'GRAPH_URL', 'DEMO_NOW'].map((name) => [name, '']),
    );

    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('a tenant ends the demo', () => {
    const config = readConfig({ ...entra, NODE_ENV: 'production', PUBLIC_URL: 'https://crm.example.test/' });

    expect(config).toMatchObject({
      mode: 'entra',
      publicUrl: 'https://crm.example.test',
      graphUrl: 'https://graph.microsoft.com',
      entra: {
        allowedTenants: ['11111111-2222-4333-8444-aaaaaaaaaaaa'],
        authorityUrl: 'https://login.microsoftonline.com',
      },
    });
  });

  test('further tenants join the first one', () => {
    const further = 'AAAAAAAA-2222-4333-8444-555555555555';
    const config = readConfig({ ...entra, ENTRA_ALLOWED_TENANTS: ` ${further},${entra.ENTRA_TENANT_ID}` });

    expect(config.entra?.allowedTenants).toEqual(
      [entra.ENTRA_TENANT_ID, further].map((tenant) => tenant.toLowerCase()),
    );
  });

  test('limits hold unless they are set otherwise; 0 turns one off', () => {
    expect(readConfig({})).toMatchObject({
      limits: { requestsPerMinute: 600, refusalsPerMinute: 30 },
      trustedProxies: ['loopback'],
    });
    expect(readConfig({ REQUESTS_PER_MINUTE: '0', TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1' })).toMatchObject({
      limits: { requestsPerMinute: 0, refusalsPerMinute: 30 },
      trustedProxies: ['10.0.0.0/8', '192.0.2.1'],
    });
  });

  test('the demo does not start in production', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/does not start with NODE_ENV=production/);
  });

  test.each([
    ['half a sign-in', { ENTRA_TENANT_ID: entra.ENTRA_TENANT_ID }, /ENTRA_CLIENT_ID, ENTRA_CLIENT_SECRET/],
    ['only the list of tenants', { ENTRA_ALLOWED_TENANTS: entra.ENTRA_TENANT_ID }, /ENTRA_TENANT_ID/],
    ['a tenant that is none', { ...entra, ENTRA_TENANT_ID: 'contoso' }, /ENTRA_TENANT_ID/],
    [
      'a further tenant that is none',
      { ...entra, ENTRA_ALLOWED_TENANTS: 'contoso' },
      /ENTRA_ALLOWED_TENANTS/,
    ],
    ['half a bot', { ...entra, BOT_APP_ID: 'x' }, /BOT_APP_SECRET/],
    ['a port that is none', { PORT: 'http' }, /PORT/],
    ['a limit below nothing', { REQUESTS_PER_MINUTE: '-1' }, /REQUESTS_PER_MINUTE/],
    ['a proxy that is no address', { TRUSTED_PROXIES: 'proxy.firma.de' }, /TRUSTED_PROXIES/],
    ['a moment that is none', { DEMO_NOW: 'soon' }, /DEMO_NOW/],
  ])('%s is refused with a sentence that names it', (_title, environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(sentence);
  });
});

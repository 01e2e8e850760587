// A foreign OpenID provider on loopback that plays a tenant of Entra ID: real code flow, real key set, v2-shaped tokens.
import { createHash, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

export interface ForeignIssuer {
  /** Stands for https://login.microsoftonline.com. */
  readonly authorityUrl: string;
  /** Signs a person in with code and PKCE and answers the access token for our API. */
  signIn(claims: Record<string, unknown>): Promise<string>;
  /** A token that an app got for itself, without any person. */
  signInApp(): Promise<string>;
  close(): Promise<void>;
}

const redirectUri = 'https://kundencockpit.test/auth-redirect.html';

/** Starts the provider for one tenant and one app registration. */
export async function startForeignIssuer(tenantId: string, clientId: string): Promise<ForeignIssuer> {
  const app = express();
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  const authorityUrl = `http://127.0.0.1:${port}`;
  const issuer = `${authorityUrl}/${tenantId}/v2.0`;
  const people = new Map<string, Record<string, unknown>>();
  const provider = await createProvider(issuer, tenantId, clientId, people);

  app.get(`/${tenantId}/discovery/v2.0/keys`, async (_request, response) => {
    const keys = await fetch(`${issuer}/jwks`);
    response.json(await keys.json());
  });
  app.get(`/${tenantId}/v2.0/sign-in/:id`, async (request, response) => {
    // whoever was announced last is at the keyboard
    const accountId = [...people.keys()].at(-1) ?? '';
    await provider.interactionFinished(request, response, { login: { accountId } });
  });
  app.use(`/${tenantId}/v2.0`, provider.callback());

  return {
    authorityUrl,
    signIn: async (claims) => {
      people.set(`person-${people.size + 1}`, claims);
      return signInByCode(issuer, clientId);
    },
    signInApp: async () => {
      const answer = await askForToken(issuer, {
        grant_type: 'client_credentials',
        client_id: 'daemon',
        client_secret: 'daemon-secret',
        resource: `api://${clientId}`,
        scope: 'access_as_user',
      });
      return answer;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function createProvider(
  issuer: string,
  tenantId: string,
  clientId: string,
  people: ReadonlyMap<string, Record<string, unknown>>,
): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'one' }] };
  const clients = [
    {
      client_id: clientId,
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
    },
    {
      client_id: 'daemon',
      client_secret: 'daemon-secret',
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
    },
  ];
  const resourceServer = {
    scope: 'access_as_user',
    audience: `api://${clientId}`,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  };
  return new Provider(issuer, {
    clients,
    jwks,
    cookies: { keys: ['only for tests'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: { enabled: true, getResourceServerInfo: () => resourceServer },
    },
    interactions: {
      url: (_context: unknown, interaction: { uid: string }) =>
        `/${tenantId}/v2.0/sign-in/${interaction.uid}`,
    },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    loadExistingGrant: grantEverything(clientId),
    extraTokenClaims: (_context: unknown, token: { kind: string; accountId?: string }) =>
      token.kind === 'AccessToken'
        ? { tid: tenantId, ver: '2.0', scp: 'access_as_user', ...people.get(token.accountId ?? '') }
        : { tid: tenantId, ver: '2.0', oid: '00000000-0000-4000-8000-00000000da30', idtyp: 'app' },
  });
}

interface GrantContext {
  readonly oidc: {
    readonly provider: Provider;
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
}

/** Consent is not what is tried here. */
function grantEverything(clientId: string) {
  return async ({ oidc }: GrantContext) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope('openid');
    grant.addResourceScope(`api://${clientId}`, 'access_as_user');
    await grant.save();
    return grant;
  };
}

async function signInByCode(issuer: string, clientId: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const start = new URL(`${issuer}/auth`);
  start.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid access_as_user',
    resource: `api://${clientId}`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const code = await followToCode(start);
  return askForToken(issuer, {
    grant_type: 'authorization_code',
    code,
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    resource: `api://${clientId}`,
  });
}

/** Goes where the provider sends the browser, with its cookies, until it is sent back to us. */
async function followToCode(start: URL): Promise<string> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let hop = 0; hop < 10; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      cookies.set(name, value);
    }
    at = new URL(response.headers.get('location') ?? (await response.text()), at);
    if (at.href.startsWith(redirectUri)) return at.searchParams.get('code') ?? String(at);
  }
  throw new Error('the provider never came back');
}

async function askForToken(issuer: string, form: Record<string, string>): Promise<string> {
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
  const body = (await response.json()) as { access_token?: string };
  if (body.access_token === undefined) throw new Error(`no token: ${JSON.stringify(body)}`);
  return body.access_token;
}

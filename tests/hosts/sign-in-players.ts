// Who answers a sign-in in tests: a host with its bridge for nested apps, and Entra ID in a window.
import type { Page, Route } from 'playwright-core';
import type { createSignIn } from '#addin/host/sign-in.ts';
import type { ClientConfig } from '#contract/user.ts';

type SignIn = ReturnType<typeof createSignIn>;
export type Mode = 'silent' | 'fresh' | 'interactive';
export interface Outcome {
  token?: string | null;
  failed?: string;
  current?: unknown;
}
interface Naa {
  method: string;
  tokenParams?: { clientId: string; scope: string; forceRefresh?: boolean };
}

declare global {
  interface Window {
    createSignIn: typeof createSignIn;
    tryToken(signIn: SignIn, mode: Mode): Promise<Outcome>;
    signIn: SignIn;
    sentToHost: Naa[];
    nestedAppAuthBridge: unknown;
  }
}

const tenant = '7be7a7c0-0000-4000-8000-00000000aaaa';
const person = '0a0a0a0a-0000-4000-8000-00000000bbbb';
export const authority = `https://login.microsoftonline.com/${tenant}`;
export const entra: ClientConfig = {
  mode: 'entra',
  organizationName: 'Brenner & Lohse',
  entra: { clientId: '11111111-2222-4333-8444-555555555555', authority, scope: 'api://kundencockpit/access' },
  teamsAppId: null,
  version: '0.1.0',
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const idToken = (nonce: string | null = null) =>
  [
    base64({ alg: 'RS256', typ: 'JWT' }),
    base64({
      oid: person,
      tid: tenant,
      sub: 's',
      name: 'Anna Brandl',
      preferred_username: 'anna.brandl@brenner-lohse.test',
      iss: `${authority}/v2.0`,
      aud: entra.entra?.clientId,
      nonce,
      ver: '2.0',
      exp: 4e9,
      iat: 1e9,
    }),
    'signature',
  ].join('.');

interface BridgeAnswer {
  silent: 'token' | 'needs person';
  popup: 'token' | 'cancelled' | 'consent';
}

/** A host that offers nested app sign-in, as Outlook and Teams put it into the page. */
export async function installBridge(page: Page, answers: BridgeAnswer): Promise<void> {
  await page.addInitScript(
    (given) => {
      const listeners = new Set<(message: string) => void>();
      window.sentToHost = [];
      const account = {
        homeAccountId: `${given.person}.${given.tenant}`,
        environment: 'login.microsoftonline.com',
        tenantId: given.tenant,
        username: 'anna.brandl@brenner-lohse.test',
        localAccountId: given.person,
      };
      const failures = {
        'needs person': {
          status: 'USER_INTERACTION_REQUIRED',
          code: 'interaction_required',
          description: '',
        },
        cancelled: { status: 'USER_CANCEL', code: 'user_cancelled', description: '' },
        consent: {
          status: 'PERSISTENT_ERROR',
          code: 'consent_required',
          description: 'AADSTS65001: The user or administrator has not consented.',
        },
      };
      const answerTo = (request: { method: string; requestId: string; tokenParams?: { scope: string } }) => {
        const common = { messageType: 'NestedAppAuthResponse', requestId: request.requestId };
        if (request.method === 'GetInitContext') {
          const capabilities = { queryAccount: true };
          const initContext = { sdkName: 'test', sdkVersion: '1', capabilities, accountContext: account };
          return { ...common, success: true, initContext };
        }
        const outcome = request.method === 'GetToken' ? given.answers.silent : given.answers.popup;
        if (outcome !== 'token') return { ...common, success: false, error: failures[outcome] };
        const token = {
          access_token: `token by ${request.method}`,
          id_token: given.idToken,
          expires_in: 3600,
          scope: request.tokenParams?.scope,
        };
        return { ...common, success: true, token, account };
      };
      window.nestedAppAuthBridge = {
        addEventListener: (_: string, listener: (message: string) => void) => listeners.add(listener),
        removeEventListener: (_: string, listener: (message: string) => void) => listeners.delete(listener),
        postMessage: (text: string) => {
          const request = JSON.parse(text) as Naa & { requestId: string };
          window.sentToHost.push(request);
          const answer = JSON.stringify(answerTo(request));
          queueMicrotask(() => listeners.forEach((listener) => listener(answer)));
        },
      };
    },
    { answers, person, tenant, idToken: idToken() },
  );
}

/** Entra ID as far as the sign-in window needs it: authorize sends back at once, token hands out one token. */
export async function playEntra(page: Page): Promise<string[]> {
  const seen: string[] = [];
  let nonce: string | null = null;
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  const clientInfo = base64({ uid: person, utid: tenant });
  const answer = (route: Route) => {
    const url = new URL(route.request().url());
    seen.push(url.pathname.split('/').at(-1) ?? '');
    if (route.request().method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    if (url.pathname.endsWith('/authorize')) {
      nonce = url.searchParams.get('nonce');
      const state = encodeURIComponent(url.searchParams.get('state') ?? '');
      const back = `${url.searchParams.get('redirect_uri')}#code=one&client_info=${clientInfo}&state=${state}`;
      const body = `<script>location.replace(${JSON.stringify(back)})</script>`;
      return route.fulfill({ contentType: 'text/html', body });
    }
    const tokens = {
      token_type: 'Bearer',
      scope: 'api://kundencockpit/access',
      expires_in: 3600,
      ext_expires_in: 3600,
      access_token: 'token of the window',
      id_token: idToken(nonce),
      refresh_token: 'refresh',
      client_info: clientInfo,
    };
    return route.fulfill({ headers, contentType: 'application/json', body: JSON.stringify(tokens) });
  };
  await page.context().route((url) => url.hostname === 'login.microsoftonline.com', answer);
  return seen;
}

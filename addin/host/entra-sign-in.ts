// Sign-in with Entra ID by msal-browser, loaded when first needed. In Outlook and Teams msal finds the host's bridge
// (nested app sign-in); without one the same calls use a window of their own. createSignIn() is the way in.
import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { CallError, newReference } from '#screens/call.ts';
import type { SignIn } from './host.ts';

export interface EntraSettings {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
  readonly loginHint?: string;
}

/** A person has to do something first: sign in, agree, pass a second factor. */
const needsPerson = new Set([
  'no_account_error',
  'interaction_required',
  'login_required',
  'consent_required',
  'no_tokens_found',
  'native_account_unavailable',
  'refresh_token_expired',
  'bad_token',
  'monitor_window_timeout',
  'timed_out',
]);
const closedByPerson = new Set([
  'user_cancelled',
  'user_canceled',
  'popup_window_error',
  'empty_window_error',
  'access_denied',
]);
const offline = new Set([
  'no_network_connectivity',
  'network_error',
  'post_request_failed',
  'get_request_failed',
]);

/** Makes the sign-in of one page; msal's own cache serves the second call. */
export function createEntraSignIn(settings: EntraSettings): SignIn {
  let client: Promise<IPublicClientApplication> | null = null;
  const getClient = () => {
    client ??= createClient(settings);
    client.catch(() => {
      client = null;
    });
    return client;
  };
  let isStale = false;
  return {
    getToken: async (mode) => {
      const msal = await getClient().catch((error: unknown) => {
        throw toCallError(error, settings);
      });
      const forceRefresh = mode === 'fresh' || isStale;
      isStale = false;
      return mode === 'interactive' ? askPerson(msal, settings) : askSilently(msal, settings, forceRefresh);
    },
    reset: () => {
      isStale = true;
    },
    onUserChanged: () => () => undefined,
  };
}

async function createClient({ clientId, authority }: EntraSettings): Promise<IPublicClientApplication> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
  return createNestablePublicClientApplication({
    auth: { clientId, authority, redirectUri: `${location.origin}/auth-redirect.html` },
    cache: { cacheLocation: 'localStorage' },
  });
}

async function askSilently(
  msal: IPublicClientApplication,
  { scope, loginHint }: EntraSettings,
  forceRefresh: boolean,
): Promise<string | null> {
  const account = msal.getActiveAccount() ?? msal.getAllAccounts()[0];
  try {
    const result = await msal.acquireTokenSilent({
      scopes: [scope],
      forceRefresh,
      ...(account === undefined ? {} : { account }),
      ...(loginHint === undefined ? {} : { loginHint }),
    });
    return remember(msal, result);
  } catch (error) {
    if (needsPerson.has(codeOf(error)) || isInteractionRequired(error)) return null;
    throw toCallError(error, { scope });
  }
}

async function askPerson(msal: IPublicClientApplication, settings: EntraSettings): Promise<string | null> {
  const { scope, loginHint } = settings;
  try {
    const result = await msal.acquireTokenPopup({
      scopes: [scope],
      ...(loginHint === undefined ? {} : { loginHint }),
    });
    return remember(msal, result);
  } catch (error) {
    if (closedByPerson.has(codeOf(error)) && !/AADSTS(65001|90094)/.test(textOf(error))) return null;
    throw toCallError(error, settings);
  }
}

/** Without an active account msal does not know, after a reload, whose cached token to take. */
function remember(msal: IPublicClientApplication, result: AuthenticationResult): string {
  msal.setActiveAccount(result.account);
  return result.accessToken;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'errorCode' in error ? String(error.errorCode) : '';
}

function isInteractionRequired(error: unknown): boolean {
  return error instanceof Error && error.name === 'InteractionRequiredAuthError';
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `consent_required` carries the address at which an administrator agrees for everybody. */
function toCallError(error: unknown, settings: Partial<EntraSettings>): CallError {
  const consent = /AADSTS(65001|90094)|consent/i.test(`${codeOf(error)} ${textOf(error)}`);
  const code = consent ? 'consent_required' : offline.has(codeOf(error)) ? 'no_connection' : 'not_signed_in';
  const current = consent ? { adminConsentUrl: adminConsentUrl(settings) } : undefined;
  const failure = new CallError({
    code,
    requestId: newReference(),
    retry: code === 'no_connection',
    current,
  });
  failure.cause = error;
  return failure;
}

/** Where an administrator of the tenant agrees once for all (learn.microsoft.com, "admin consent endpoint"). */
function adminConsentUrl({ authority, clientId }: Partial<EntraSettings>): string | null {
  if (authority === undefined || clientId === undefined) return null;
  return `${authority.replace(/\/(common|consumers)$/, '/organizations')}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}

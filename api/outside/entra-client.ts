// Our app registration at Entra ID's token endpoint; with on-behalf-of.ts and app-tokens.ts all there is of msal-node.
import { AuthError, ConfidentialClientApplication } from '@azure/msal-node';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { EntraConfig } from '#api/config.ts';
import { AppError } from '#api/errors.ts';

const timeoutMs = 10_000;

/** AADSTS65001 and its kin mean that somebody must agree first; an invalid grant otherwise asks for a new sign-in. */
export function explainEntraError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof AuthError)) return new AppError('outside_unavailable', { cause: error });
  const text = `${error.errorCode} ${'subError' in error ? String(error.subError) : ''} ${error.errorMessage}`;
  if (/consent_required|AADSTS6500[14]|AADSTS90094|AADSTS90095/.test(text)) {
    return new AppError('consent_required', { cause: error });
  }
  if (/invalid_grant|interaction_required|login_required|AADSTS500133|AADSTS50013/.test(text)) {
    return new AppError('token_expired', { cause: error });
  }
  // a wrong secret or client id will not mend itself
  const isOurFault = /invalid_client|unauthorized_client|AADSTS7000/.test(text);
  return new AppError('outside_unavailable', { cause: error, retry: !isOurFault });
}

/** Our app at a tenant's token endpoint. */
export function createEntraClient(entra: EntraConfig, tenantId: string): ConfidentialClientApplication {
  const authority = `${entra.authorityUrl.replace(/^http:/, 'https:')}/${tenantId}`;
  const endpoint = `${authority}/oauth2/v2.0`;
  return new ConfidentialClientApplication({
    auth: {
      clientId: entra.clientId,
      clientSecret: entra.clientSecret,
      authority,
      knownAuthorities: [new URL(authority).host],
      // written down, so that no discovery call stands before the exchange
      authorityMetadata: JSON.stringify({
        issuer: `${authority}/v2.0`,
        authorization_endpoint: `${endpoint}/authorize`,
        token_endpoint: `${endpoint}/token`,
        end_session_endpoint: `${endpoint}/logout`,
        jwks_uri: `${authority}/discovery/v2.0/keys`,
      }),
    },
    system: { networkClient: createNetwork(entra.authorityUrl) },
  });
}

/** msal insists on https addresses; an http authority (a stand-in on loopback) is reached under its own. */
function createNetwork(authorityUrl: string): INetworkModule {
  const asHttps = new URL(authorityUrl.replace(/^http:/, 'https:')).origin;
  const real = new URL(authorityUrl).origin;

  async function send<T>(
    method: string,
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    const response = await fetch(url.replace(asHttps, real), {
      method,
      headers: options?.headers ?? {},
      ...(options?.body === undefined ? {} : { body: options.body }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = (await response.json()) as T; // msal checks the fields it reads
    return { headers: Object.fromEntries(response.headers), body, status: response.status };
  }

  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

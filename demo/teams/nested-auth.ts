// Nested app authentication as a host answers it, so that the real msal-browser can be exercised without Entra ID.

/** The chosen sample person as an account, with the demo's own token. */
export interface DemoAccount {
  name: string;
  username: string;
  oid: string;
  tenantId: string;
  token: string;
  expiresInSeconds: number;
}

interface NestedRequest {
  requestId?: string;
  method?: string;
  tokenParams?: { scope?: string; authority?: string };
}

/** The reply to one request of msal's bridge (JSON text in); unknown methods fail with NESTED_APP_AUTH_UNAVAILABLE. */
export function answerNestedAuth(requestJson: string, account: DemoAccount): object {
  // msal writes this JSON; every field is treated as possibly missing.
  const request = JSON.parse(requestJson) as NestedRequest;
  const head = { messageType: 'NestedAppAuthResponse', requestId: request.requestId };
  const identity = {
    homeAccountId: `${account.oid}.${account.tenantId}`,
    environment: 'demo.invalid',
    tenantId: account.tenantId,
    username: account.username,
    localAccountId: account.oid,
  };
  if (request.method === 'GetInitContext') {
    return {
      ...head,
      success: true,
      initContext: {
        sdkName: 'kundencockpit-demo',
        sdkVersion: '1.0',
        capabilities: { queryAccount: true },
        accountContext: identity,
      },
    };
  }
  if (request.method === 'GetToken' || request.method === 'GetTokenPopup') {
    return { ...head, success: true, token: tokenOf(request, account), account: identity };
  }
  return {
    ...head,
    success: false,
    error: { status: 'NESTED_APP_AUTH_UNAVAILABLE', code: 'unknown_method' },
  };
}

function tokenOf(request: NestedRequest, account: DemoAccount) {
  return {
    access_token: account.token,
    id_token: account.token,
    expires_in: account.expiresInSeconds,
    scope: request.tokenParams?.scope ?? '',
    authority: request.tokenParams?.authority ?? '',
  };
}

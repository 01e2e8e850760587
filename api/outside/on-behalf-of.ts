// The on-behalf-of exchange with Entra ID: a user's token for us becomes his token for Graph.
import type { ConfidentialClientApplication } from '@azure/msal-node';
import type { EntraConfig } from '#api/config.ts';
import { AppError } from '#api/errors.ts';
import { createEntraClient, explainEntraError } from './entra-client.ts';
import type { Exchange } from './user-tokens.ts';

const scopes = [
  'Tasks.ReadWrite',
  'Calendars.ReadWrite',
  'Mail.Read',
  'Mail.Read.Shared',
  'Mail.Send',
  'User.Read',
].map((name) => `https://graph.microsoft.com/${name}`);

/** Exchanges a user's token at Entra ID. Throws consent_required, token_expired, or outside_unavailable. */
export function createOnBehalfOf(entra: EntraConfig): Exchange {
  const clients = new Map<string, ConfidentialClientApplication>();
  return async ({ organizationId }, { token }) => {
    const client = clients.get(organizationId) ?? createEntraClient(entra, organizationId);
    clients.set(organizationId, client);
    try {
      const answer = await client.acquireTokenOnBehalfOf({ oboAssertion: token, scopes, skipCache: true });
      if (answer === null) throw new AppError('outside_unavailable');
      const expiresAt = answer.expiresOn ?? new Date(Date.now() + 5 * 60_000);
      return { token: answer.accessToken, expiresAt };
    } catch (error) {
      throw explainEntraError(error);
    } finally {
      client.clearCache(); // tokens are kept per user in user-tokens.ts
    }
  };
}

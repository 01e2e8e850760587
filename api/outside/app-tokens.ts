// The app's own tokens for Graph (client credentials), for what it may do without a person: notices in activity feeds.
import type { ConfidentialClientApplication } from '@azure/msal-node';
import type { EntraConfig } from '#api/config.ts';
import { AppError } from '#api/errors.ts';
import { createEntraClient, explainEntraError } from './entra-client.ts';

/** Answers the app's token in a tenant, the same until it nearly ends; throws outside_unavailable or consent_required. */
export type AppToken = (organizationId: string) => Promise<string>;

const scopes = ['https://graph.microsoft.com/.default'];
const reserveMs = 5 * 60_000;

interface Kept {
  readonly token: string;
  readonly endsAt: number;
}

/** Makes it for the configured app registration. */
export function createAppTokens(entra: EntraConfig): AppToken {
  const clients = new Map<string, ConfidentialClientApplication>();
  const kept = new Map<string, Kept>();
  return async (organizationId) => {
    const known = kept.get(organizationId);
    if (known !== undefined && known.endsAt - reserveMs > Date.now()) return known.token;
    const client = clients.get(organizationId) ?? createEntraClient(entra, organizationId);
    clients.set(organizationId, client);
    const fresh = await ask(client);
    kept.set(organizationId, fresh);
    return fresh.token;
  };
}

async function ask(client: ConfidentialClientApplication): Promise<Kept> {
  try {
    const answer = await client.acquireTokenByClientCredential({ scopes, skipCache: true });
    if (answer === null) throw new AppError('outside_unavailable');
    return { token: answer.accessToken, endsAt: answer.expiresOn?.getTime() ?? Date.now() };
  } catch (error) {
    throw explainEntraError(error);
  }
}

// Hands an activity to the bot as Teams does: signed by the channel, with who is asking in the envelope.
import { randomUUID } from 'node:crypto';
import type { ConnectorPerson } from './connector.ts';
import type { ConnectorSigner } from './signer.ts';

export type Deliver = (
  person: ConnectorPerson,
  activity: Readonly<Record<string, unknown>>,
) => Promise<{ status: number; body: object }>;

const timeoutMs = 15_000;

/** The bot answers within a while, or the caller is told 504. */
export function createDeliver(parts: {
  readonly signer: ConnectorSigner;
  readonly botUrl: string;
  readonly botId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly now: () => Date;
}): Deliver {
  const { signer, botUrl, botId, serviceUrl, tenantId, now } = parts;
  return async (person, activity) => {
    const envelope = {
      id: randomUUID(),
      timestamp: now().toISOString(),
      channelId: 'msteams',
      serviceUrl,
      locale: person.locale,
      from: { id: `29:${person.shortName}`, name: person.name, aadObjectId: person.entraOid },
      recipient: { id: `28:${botId}`, name: 'Kundencockpit' },
      conversation: { id: `a:${person.entraOid}`, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
    };
    const response = await fetch(botUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await signer.signForBot()}`,
      },
      body: JSON.stringify({ ...envelope, ...activity }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => null);
    if (response === null) return { status: 504, body: {} };
    const body: unknown = await response.json().catch(() => null);
    return { status: response.status, body: typeof body === 'object' && body !== null ? body : {} };
  };
}

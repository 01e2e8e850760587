// /me/mailFolders/{folder}/messages/delta: what came into a folder since the last time. Mails here never change afterwards.
import type { Response, Router } from 'express';
import type { MailboxMessage } from './mailbox-source.ts';
import type { Folder } from './sent-items.ts';
import type { GraphPerson } from './wire.ts';
import { readQuery, rootOf, sendGraphError } from './wire.ts';

interface DeltaParts {
  personOf(response: Response): GraphPerson;
  /** Oldest first. */
  list(person: GraphPerson, folder: Folder): Promise<MailboxMessage[]>;
  onWire(message: MailboxMessage): object;
}

const pageSize = 10;

/** How far somebody has read: how many mails of the folder, of those received from then on. */
interface Token {
  readonly count: number;
  readonly sinceMs: number;
}

const write = ({ count, sinceMs }: Token) => `${count}-${sinceMs}`;
const read = (text: string): Token | null => {
  const [, count, sinceMs] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  return count === undefined ? null : { count: Number(count), sinceMs: Number(sinceMs) };
};

/** Adds the delta query of messages for both folders. */
export function addMailDelta(router: Router, { personOf, list, onWire }: DeltaParts): void {
  for (const folder of ['inbox', 'sentitems'] as const) {
    router.get(`/v1.0/me/mailFolders/${folder}/messages/delta`, async (request, response) => {
      const given = readQuery(request, '$skiptoken') ?? readQuery(request, '$deltatoken');
      const token = given === null ? startOf(readQuery(request, '$filter')) : read(given);
      const mails = (await list(personOf(response), folder)).filter(
        (mail) => token !== null && mail.receivedAt.getTime() >= token.sinceMs,
      );
      if (token === null || token.count > mails.length) {
        return sendGraphError(response, 410, 'syncStateNotFound', 'The sync state generation is not found.');
      }
      const page = mails.slice(token.count, token.count + pageSize);
      const next = write({ ...token, count: token.count + page.length });
      const hasMore = token.count + page.length < mails.length;
      const here = `${rootOf(request)}/me/mailFolders/${folder}/messages/delta`;
      const link = hasMore
        ? { '@odata.nextLink': `${here}?$skiptoken=${next}` }
        : { '@odata.deltaLink': `${here}?$deltatoken=${next}` };
      return response.json({
        '@odata.context': `${rootOf(request)}/$metadata#Collection(message)`,
        ...link,
        value: page.map(onWire),
      });
    });
  }
}

/** The only filter that Graph takes here. */
function startOf(filter: string | null): Token | null {
  if (filter === null) return { count: 0, sinceMs: 0 };
  const [, since] = /^receivedDateTime ge (\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/.exec(filter) ?? [];
  return since === undefined ? null : { count: 0, sinceMs: Date.parse(since) };
}

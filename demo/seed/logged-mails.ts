// Mails of the demo's own mailbox that colleagues have logged already: the copies show it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Query } from '#api/db/database.ts';
import { readMail } from '#demo/mailbox/read-mail.ts';
import type { ReadMail } from '#demo/mailbox/read-mail.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { organizationId, personId } from './people.ts';
import type { SeedQuote } from './quotes.ts';
import { idOf } from './random.ts';
import { insertRows } from './rows.ts';

const file = '04-angebot-kita-sued.eml';
const subject = 'Angebot AN-26-1182 versendet';
const quoteNumber = 'AN-26-1182';

/** Logs the mail with Hollerbach's quote, its PDF included. */
export async function seedLoggedMail(
  trx: Query,
  parts: { customer: SeedCustomer; quotes: readonly SeedQuote[]; calendar: SeedCalendar },
): Promise<void> {
  const { customer, calendar } = parts;
  const mail = await readMail(file, await readFile(new URL(`../mails/${file}`, import.meta.url)));
  const { message } = mail;
  const id = idOf('activity', `mail ${message.internetMessageId}`);
  const at = calendar.move(message.sentAt);
  await insertRows(trx, 'activity', [
    {
      organization_id: organizationId,
      id,
      customer_id: customer.id,
      contact_id: customer.contacts[0]?.id ?? null,
      kind: 'email',
      direction: 'outbound',
      subject,
      body_text: message.bodyText,
      occurred_at: at,
      message_id: message.internetMessageId,
      conversation_id: message.conversationId,
      from_address: message.from?.address ?? null,
      logged_by: personId('anna'),
      logged_at: new Date(at.getTime() + 120_000),
    },
  ]);
  const quote = parts.quotes.find((one) => one.number === quoteNumber);
  if (quote !== undefined) {
    const link = { kind: 'quote', record_id: quote.id, label: quote.number };
    await insertRows(trx, 'activity_link', [{ organization_id: organizationId, activity_id: id, ...link }]);
  }
  await seedAttachments(trx, id, mail);
}

async function seedAttachments(trx: Query, activityId: string, mail: ReadMail): Promise<void> {
  const organization_id = organizationId;
  for (const { id, name, contentType } of mail.message.attachments) {
    const bytes = Buffer.from(mail.contents.get(id) ?? []);
    const sha256 = createHash('sha256').update(bytes).digest();
    await trx.insertInto('attachment_content').values({ organization_id, sha256, bytes }).execute();
    await trx
      .insertInto('attachment')
      .values({
        organization_id,
        id: idOf('attachment', id),
        activity_id: activityId,
        name,
        content_type: contentType,
        size_bytes: bytes.length,
        state: 'stored',
        sha256,
        problem: null,
        graph_mailbox: null,
        graph_message_id: null,
        graph_attachment_id: null,
      })
      .execute();
  }
}

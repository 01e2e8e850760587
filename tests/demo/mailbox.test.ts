// The demo's own mails and any other folder, read as mailboxes for the local Graph.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { MailboxMessage } from '#demo/graph/mailbox-source.ts';
import { openMailbox } from '#demo/mailbox/mailbox.ts';
import { readMail } from '#demo/mailbox/read-mail.ts';

const reader = (name: string) => ({ id: name, mail: `${name}@brenner-lohse.test` });
const [anna, jonas, ben, petra] = ['anna.brandl', 'jonas.weidner', 'ben.oster', 'petra.lohmann'].map(
  reader,
) as [
  ReturnType<typeof reader>,
  ReturnType<typeof reader>,
  ReturnType<typeof reader>,
  ReturnType<typeof reader>,
]; // four names, four readers
const shared = 'vertrieb-suedwest@brenner-lohse.test';
const demo = await openMailbox({ folder: 'demo/mails' });

async function find(subject: string): Promise<MailboxMessage> {
  const found = (await demo.listMessages(anna, null)).find((message) => message.subject.includes(subject));
  if (found === undefined) throw new Error(`no mail ${subject}`);
  return found;
}

describe('the mailbox of the demo', () => {
  test('has more than thirty mails for Anna, newest first, and others for her colleagues', async () => {
    const list = await demo.listMessages(anna, null);

    expect(list.length).toBeGreaterThanOrEqual(30);
    expect(list.map((mail) => mail.receivedAt.getTime())).toEqual(
      list.map((mail) => mail.receivedAt.getTime()).toSorted((a, b) => b - a),
    );
    expect((await demo.listMessages(ben, null)).length).toBeGreaterThanOrEqual(4);
    expect((await demo.listMessages(petra, null)).length).toBeGreaterThanOrEqual(3);
    expect(list.some((mail) => !mail.isRead)).toBe(true);
  });

  test('every copy of a mail has its own id and the same Message-ID', async () => {
    const copies = await Promise.all([
      demo.listMessages(anna, null),
      demo.listMessages(jonas, null),
      demo.listMessages(jonas, shared),
    ]);
    const mine = copies.flatMap(
      (list) => list.find((mail) => mail.subject.startsWith('Türschließer verlieren Öl')) ?? [],
    );

    expect(new Set(mine.map((mail) => mail.id)).size).toBe(3);
    expect(new Set(mine.map((mail) => mail.internetMessageId)).size).toBe(1);
  });

  test('the shared mailbox opens for its members only, and nobody reads a colleague’s', async () => {
    expect((await demo.listMessages(jonas, shared)).length).toBeGreaterThan(5);
    expect(await demo.listMessages(ben, shared)).toEqual([]);
    expect(await demo.listMessages(ben, anna.mail)).toEqual([]);
    expect(await demo.readMessage(ben, null, (await find('Türschließer verlieren Öl')).id)).toBeNull();
  });

  test('the complaint’s follower brings photo, delivery note and the picture of the signature', async () => {
    const mail = await find('Fotos zu den Türschließern');

    expect(mail.attachments.map(({ name, isInline }) => ({ name, isInline }))).toEqual([
      { name: 'image001.png', isInline: true },
      { name: 'Tuerschliesser_Lager_Leonberg.jpg', isInline: false },
      { name: 'Lieferschein_LS-88214.pdf', isInline: false },
    ]);
    expect(mail.bodyHtml).toContain(`cid:${String(mail.attachments[0]?.contentId)}`);
  });

  test('the bytes of an attachment are read when asked for', async () => {
    const mail = await find('Fotos zu den Türschließern');
    const [, photo] = mail.attachments;
    const at = { messageId: mail.id, attachmentId: String(photo?.id) };
    const read = await demo.readAttachment(anna, null, at);

    expect(read?.bytes.slice(0, 3)).toEqual(new Uint8Array([0xff, 0xd8, 0xff]));
    expect(read?.bytes.byteLength).toBe(photo?.sizeBytes);
    expect(await demo.readAttachment(ben, null, at)).toBeNull();
  });

  test('umlauts arrive whole from every encoding', async () => {
    const latin1 = await find('Größere Mengen Füllkörper für Böblingen');
    const base64 = await find('Nachfrage zu unserem Angebot Turnhalle');
    const latin9 = await find('AW: Angebot AN-26-1182 Brandschutztüren Kita Süd');

    expect(latin1.from?.name).toBe('Jörg Schäuffele');
    expect(latin1.bodyText).toContain('Können Sie übermorgen früh liefern?');
    expect(base64.bodyText).toContain('Söhne');
    expect(latin9.bodyText).toContain('42.600 €');
  });

  test('answers belong to the conversation of the first mail', async () => {
    const [offer, answer] = await Promise.all([
      find('Angebot AN-26-1182 Brandschutztüren Kita Süd'),
      find('AW: Angebot AN-26-1182'),
    ]);
    const sent = (await demo.listMessages(anna, null)).find(
      (mail) => mail.internetMessageId === '<an-1182@brenner-lohse.test>',
    );

    expect(offer.conversationId).toBe(answer.conversationId);
    expect(sent?.conversationId).toBe(answer.conversationId);
  });

  test('the invitation of the guild has sixty recipients', async () => {
    const mail = await find('Einladung zum Herbsttreffen');

    expect(mail.to.length).toBeGreaterThanOrEqual(60);
  });

  test('all addresses are reserved names or made up at free-mail hosts', async () => {
    const people = (await demo.listMessages(anna, null)).flatMap((mail) => [
      ...(mail.from === null ? [] : [mail.from]),
      ...mail.to,
      ...mail.cc,
    ]);
    const real = people.filter(({ address }) => !/\.test$|^demo\..+@(gmx|web)\.de$/.test(address));

    expect(real).toEqual([]);
  });
});

describe('any other folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-mails-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is everybody’s; files that are no mails are passed over, broken ones shown', async () => {
    writeFileSync(join(folder, 'a.eml'), 'Subject: Eins\r\nMessage-ID: <1@x.test>\r\n\r\nHallo');
    writeFileSync(join(folder, 'leer.eml'), '');
    writeFileSync(join(folder, 'bytes.eml'), Buffer.from([0, 255, 254, 1, 2, 3]));
    writeFileSync(join(folder, 'bild.png'), 'kein Bild');
    const mailbox = await openMailbox({ folder });

    expect((await mailbox.listMessages(ben, null)).length).toBe(3);
    expect((await mailbox.listMessages(anna, null)).map((mail) => mail.subject)).toContain('Eins');
  });

  test('a mail without Message-ID gets one that stays the same', async () => {
    const text = Buffer.from('Subject: Ohne\r\n\r\nText');
    const [first, second] = [await readMail('x.eml', text), await readMail('x.eml', text)];

    expect(first.message.internetMessageId).toMatch(/^<[0-9a-f]+@no-message-id\.invalid>$/);
    expect(second.message.internetMessageId).toBe(first.message.internetMessageId);
  });

  test('a mail of 40 MB is read, its attachment complete', async () => {
    const bytes = Buffer.alloc(30_000_000, 'Öl');
    const encoded = bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
    const mail = await readMail(
      'gross.eml',
      Buffer.from(
        `Subject: Gro=?utf-8?Q?=C3=9F?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n--b--\r\n`,
      ),
    );

    expect(mail.message.attachments[0]).toMatchObject({ name: 'plan.pdf', sizeBytes: 30_000_000 });
  });

  test('a folder that is not there is said to be', async () => {
    await expect(openMailbox({ folder: join(folder, 'nirgends') })).rejects.toThrow(/ENOENT/);
  });
});

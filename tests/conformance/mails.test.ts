// Other people's mails, several broken on purpose: every one must become a message to show.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openMailbox } from '#demo/mailbox/mailbox.ts';
import { readMail } from '#demo/mailbox/read-mail.ts';

const cpython = '../shared/reference/email/mime-python-test-email/';
const crisp = '../shared/reference/email/crisp-email-reply-parser/test/fixtures/';
const Expected = z.object({
  cases: z.array(
    z.object({
      file: z.string(),
      subject: z.string().nullable(),
      from_: z.string().nullable(),
      message_id: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
});

const squeeze = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe.skipIf(!existsSync(cpython))(
  'the MIME messages of CPython’s test-suite (needs ../shared/reference)',
  async () => {
    const { cases } = existsSync(cpython)
      ? Expected.parse(JSON.parse(readFileSync(`${cpython}expected.json`, 'utf8')))
      : { cases: [] };
    const read = await Promise.all(
      cases.map(async (one) => ({
        expected: one,
        mail: await readMail(one.file, readFileSync(cpython + one.file)),
      })),
    );

    test('are all read, none throws', () => {
      expect(read.length).toBeGreaterThanOrEqual(46);
      for (const { mail } of read) expect(mail.message.internetMessageId).toMatch(/^<.+>$/);
    });

    test('agree in subject', () => {
      const same = read.filter(
        ({ expected, mail }) => squeeze(expected.subject) === squeeze(mail.message.subject),
      );
      console.log(`subject: ${same.length} of ${read.length} agree`);

      expect(same.length).toBeGreaterThanOrEqual(read.length - 3);
    });

    test('agree in Message-ID wherever there is one', () => {
      const withId = read.filter(({ expected }) => expected.message_id !== null);
      const same = withId.filter(({ expected, mail }) =>
        mail.message.internetMessageId.includes(expected.message_id?.replace(/[<>]/g, '').trim() ?? '?'),
      );
      console.log(`Message-ID: ${same.length} of ${withId.length} agree`);

      expect(same.length).toBeGreaterThanOrEqual(withId.length - 1);
    });

    test('agree in text', () => {
      const withText = read.filter(({ expected }) => squeeze(expected.text) !== '');
      const same = withText.filter(({ expected, mail }) =>
        squeeze(mail.message.bodyText).includes(squeeze(expected.text).slice(0, 200)),
      );
      console.log(`text: ${same.length} of ${withText.length} agree`);

      expect(same.length).toBeGreaterThanOrEqual(Math.floor(withText.length * 0.85));
    });
  },
);

describe.skipIf(!existsSync(crisp))(
  'the bare mail texts of the reply parser’s fixtures (needs ../shared/reference)',
  () => {
    test('each becomes a message with its whole text', async () => {
      const names = readdirSync(crisp).filter((name) => name.endsWith('.txt'));
      const source = await openMailbox({ folder: crisp });
      const messages = await source.listMessages({ id: 'x', mail: 'anna.brandl@brenner-lohse.test' }, null);

      expect(messages).toHaveLength(names.length);
      expect(messages.filter((message) => message.bodyText.trim() === '')).toEqual([]);
    });
  },
);

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
      expect(read.length).toBe(48);
      for (const { mail } of read) expect(mail.message.internetMessageId).toMatch(/^<.+>$/);
    });

    test('agree in subject', () => {
      const same = read.filter(
        ({ expected, mail }) => squeeze(expected.subject) === squeeze(mail.message.subject),
      );

      expect(same.length).toBe(read.length);
    });

    test('agree in Message-ID wherever there is one', () => {
      const withId = read.filter(({ expected }) => expected.message_id !== null);
      const same = withId.filter(({ expected, mail }) =>
        mail.message.internetMessageId.includes(expected.message_id?.replace(/[<>]/g, '').trim() ?? '?'),
      );

      expect(same.length).toBe(withId.length);
    });

    test('agree in text but for two that lack the line between headers and body', () => {
      const others = read.filter(
        ({ expected, mail }) =>
          !squeeze(mail.message.bodyText).includes(squeeze(expected.text).slice(0, 200)),
      );

      expect(others.map(({ expected }) => expected.file)).toEqual(['msg_40.txt', 'msg_47.txt']);
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

// The longest mails the contract allows, made of what regular expressions fear: the server does not stand still over them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logActivity, previewMail } from '#contract/activity.ts';
import { findCockpit, matchMail } from '#contract/cockpit.ts';
import { draftComplaint } from '#contract/complaint.ts';
import { buildMail } from '#contract/examples.ts';
import { mailLimits } from '#contract/mail.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const header = 'Von: a@b.test\nAn: c@d.test\nBetreff: x\n';
const patterns: readonly string[] = [
  ' ',
  '\n',
  '> ',
  '>\n',
  '-- \n',
  'a',
  'ä ',
  header,
  'Am 1.1.2026 schrieb ',
  'a@b.',
  '0711 ',
  'AU-26-0907 ',
  'GmbH & Co. ',
  '<a href="',
];

describe('long texts', () => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database: 'pglite' });
    customerId = (await world.given.customer()).id;
  });
  afterAll(() => world.close());

  const fill = (pattern: string, length: number) =>
    pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);

  test.each([
    ...patterns.map((pattern) => ({ title: JSON.stringify(pattern), pattern, start: '' })),
    { title: 'a quoted mail of many lines', pattern: 'x\n', start: header },
  ])(
    '$title, half a million letters',
    async ({ pattern, start }) => {
      const bodyText = `${start}${fill(pattern, mailLimits.bodyCharacters - start.length)}`;
      const mail = buildMail({
        messageId: `<${crypto.randomUUID()}@lang.test>`,
        subject: fill(pattern, 2_000),
        from: { name: fill(pattern, 500), address: 'neu@lang.test' },
        bodyText,
      });
      const answers: [string, number][] = [];
      const take = async (name: string, send: () => Promise<{ status: number }>) => {
        answers.push([name, (await send()).status]);
      };
      await take('matchMail', () => world.call('anna', matchMail, { mail }));
      await take('findCockpit', () => world.call('anna', findCockpit, { mail }));
      await take('previewMail', () => world.call('anna', previewMail, { mail, customerId }));
      await take('draftComplaint', () => world.call('anna', draftComplaint, { customerId, mail }));
      await take('logActivity', () => world.call('anna', logActivity, { customerId, mail }));

      expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    },
    60_000,
  );
});

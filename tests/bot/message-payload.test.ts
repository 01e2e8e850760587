// What is read of a message that Teams hands over: plain text, never markup, never a time to come, never a strange link.
import { describe, expect, test } from 'vitest';
import { plainOf, readMessage, subjectOf } from '#teams-app/bot/message-payload.ts';

const around = { conversationId: '19:x@thread.v2', now: '2026-09-03T11:58:00.000Z' };
const payload = {
  id: '1756893600000',
  createdDateTime: '2026-09-03T10:44:00Z',
  linkToMessage: 'https://teams.microsoft.com/l/message/19:x@thread.v2/1756893600000',
  from: { user: { id: '00000000-0000-4000-8000-0000000000F1', displayName: 'Sabine Tietz' } },
  body: { contentType: 'html', content: '<p>Guten Tag,<br>zwei Platten &amp; Schrauben fehlen.</p>' },
};

describe('the text of a message', () => {
  test.each([
    ['<p>Guten Tag</p><p>Frau Tietz</p>', 'Guten Tag\nFrau Tietz'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<at id="0">Anna</at>, bitte &lt;b&gt; lesen', 'Anna, bitte <b> lesen'],
    ['<blockquote><p>alte Frage</p></blockquote><p>neue Antwort</p>', 'neue Antwort'],
    ['<div>  viel    Platz&nbsp;hier </div>', 'viel Platz hier'],
    ['<script>alert(1)</script>da', 'da'],
    ['', ''],
  ])('%j reads %j', (html, text) => {
    expect(plainOf(html)).toBe(text);
  });
});

describe('the subject of a message', () => {
  test.each([
    [
      'Guten Tag zusammen, in der Lieferung AU-26-0907 fehlen zwei Platten. Bis wann?',
      'In der Lieferung AU-26-0907 fehlen zwei Platten',
    ],
    ['Hallo Frau Brandl! Der Preis vom 12.3. stimmt nicht.', 'Der Preis vom 12.3. stimmt nicht'],
    ['Danke.', 'Danke'],
    ['Hallo.', 'Hallo'],
    ['Danke. Die zwei Platten fehlen noch.', 'Die zwei Platten fehlen noch'],
    ['Vielen Dank für die schnelle Antwort! Der Preis stimmt nicht.', 'Der Preis stimmt nicht'],
    ['Hallo Anna, danke dir, die Platten sind da.', 'Die Platten sind da'],
    ['Danke, Frau Brandl. Bis wann kommt der Rest?', 'Bis wann kommt der Rest?'],
    ['Danke, dass Sie nachfragen. Ein Türschließer klemmt.', 'Ein Türschließer klemmt'],
    ['Besten Dank\nWir brauchen noch das Datenblatt.', 'Wir brauchen noch das Datenblatt'],
    ['Thanks. Two plates are still missing.', 'Two plates are still missing'],
    ['Hi Anna, thank you for the quick reply. The price is wrong.', 'The price is wrong'],
    ['Many thanks, Anna! Please send the data sheet.', 'Please send the data sheet'],
    ['Thanks to the delay, we lost a day.', 'Thanks to the delay, we lost a day'],
    ['Danke für die Info. Viele Grüße', 'Danke für die Info'],
    ['Hallo Anna, vielen Dank!', 'Vielen Dank!'],
    ['Dankend abgelehnt. Mehr am Montag.', 'Dankend abgelehnt'],
    ['Danke für 3.500 Euro Nachlass. Passt so.', 'Danke für 3.500 Euro Nachlass'],
    ['Können Sie liefern?\nGruß', 'Können Sie liefern?'],
    ['Hitzeschutz fehlt', 'Hitzeschutz fehlt'],
    [
      'Die Lieferung der Obentürschließer mit Montageplatten und Zubehör für den Neubau Kita Süd fehlt',
      'Die Lieferung der Obentürschließer mit Montageplatten und Zubehör für den…',
    ],
  ])('%j is %j', (text, subject) => {
    expect(subjectOf(text)).toBe(subject);
  });
});

describe('a message', () => {
  test('keeps who, when, what, and the way back', () => {
    expect(readMessage(payload, around)).toEqual({
      key: '19:x@thread.v2;1756893600000',
      link: payload.linkToMessage,
      author: { name: 'Sabine Tietz', entraOid: '00000000-0000-4000-8000-0000000000f1' },
      at: '2026-09-03T10:44:00.000Z',
      text: 'Guten Tag,\nzwei Platten & Schrauben fehlen.',
    });
  });

  test.each([
    ['http://teams.microsoft.com/l/message/1'],
    ['https://teams.microsoft.com.evil.example/l/message/1'],
    ['javascript:alert(1)'],
    [''],
    [undefined],
  ])('does not keep the link %j', (linkToMessage) => {
    expect(readMessage({ ...payload, linkToMessage }, around)?.link).toBeNull();
  });

  test.each(['2030-01-01T00:00:00Z', 'gestern', undefined])(
    'written at %j counts as written now',
    (createdDateTime) => {
      expect(readMessage({ ...payload, createdDateTime }, around)?.at).toBe(around.now);
    },
  );

  test.each([
    ['no id', { ...payload, id: undefined }],
    ['no text', { ...payload, body: { contentType: 'html', content: '<p> </p>' } }],
    ['nothing at all', undefined],
    ['numbers for everything', { id: 1, body: 2, from: 3, linkToMessage: 4 }],
  ])('with %s cannot be acted on', (_what, broken) => {
    expect(readMessage(broken, around)).toBeNull();
  });
});

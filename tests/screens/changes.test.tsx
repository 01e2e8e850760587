// @vitest-environment jsdom
// "Änderungen": in words, with both values, and taken back by the right call.
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { undoActivity } from '#contract/activity.ts';
import { listAudit, undoChange, type AuditItem } from '#contract/audit.ts';
import { anna, buildMe, exampleId, petra } from '#contract/examples-people.ts';
import { getMe } from '#contract/user.ts';
import { ChangeList } from '#screens/audit/change-list.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const recordId = exampleId(20);
const change: AuditItem = {
  id: exampleId(500),
  at: '2026-09-03T09:30:00Z',
  by: petra,
  action: 'customer.update',
  recordKind: 'customer',
  recordId,
  title: 'Hollerbach Metallbau GmbH',
  source: 'import',
  undo: 'fields',
  changes: [
    {
      field: 'phase',
      label: null,
      before: 'development',
      after: 'retention',
      isMoney: false,
      isHidden: false,
    },
    {
      field: 'attribute',
      label: { de: 'Bonität', en: 'Credit' },
      before: null,
      after: [{ de: 'gut', en: 'good' }],
      isMoney: false,
      isHidden: false,
    },
  ],
};
const entry: AuditItem = {
  ...change,
  id: exampleId(501),
  by: anna,
  action: 'activity.log',
  recordKind: 'activity',
  recordId: exampleId(70),
  title: 'Rückruf',
  source: 'api',
  undo: 'entry',
  changes: [],
};

function draw(
  items: AuditItem[],
  { language = 'de', me = buildMe() }: { language?: Language; me?: ReturnType<typeof buildMe> } = {},
) {
  const server = createSignedInServer()
    .answers(getMe, me)
    .answers(listAudit, { items, nextCursor: null, recordVersion: 7 })
    .answers(undoChange, { recordKind: 'customer', recordId, version: 8 })
    .answers(undoActivity, { undone: true });
  const drawn = drawScreen(server, <ChangeList recordKind="customer" recordId={recordId} />, { language });
  return { ...drawn, server };
}

describe('Änderungen', () => {
  test('say who, when, from where, and both values in words', async () => {
    draw([change]);

    const item = await screen.findByRole('listitem');
    expect(item.textContent).toContain('Kunde geändert');
    expect(item.textContent).toContain('Petra Lohmann, durch Import');
    expect(item.textContent).toMatch(/Phase.*Entwicklung.*Bindung/);
    expect(item.textContent).toMatch(/Bonität.*leer.*gut/);
  });

  test('in English, too', async () => {
    draw([change], { language: 'en' });

    expect((await screen.findByRole('listitem')).textContent).toMatch(
      /Customer changed.*Credit.*empty.*good/,
    );
  });

  test('fields go back with the version of the record, an entry by its own undo', async () => {
    const { user, server } = draw([change, entry]);

    const [first, second] = await screen.findAllByRole('listitem');
    await user.click(
      within(first as HTMLElement).getByRole('button', { name: /Kunde geändert vom .* rückgängig/ }),
    );
    await user.click(within(second as HTMLElement).getByRole('button', { name: /Kontakt erfasst vom/ }));

    await screen.findAllByText('Rückgängig gemacht');
    expect(server.lettersTo(undoChange).map((letter) => letter.input)).toEqual([{ id: change.id }]);
    expect(server.lettersTo(undoActivity).map((letter) => letter.input)).toEqual([{ id: entry.recordId }]);
  });

  test('what was private says only that it changed', async () => {
    const hidden = {
      field: 'bodyText',
      label: null,
      before: null,
      after: null,
      isMoney: false,
      isHidden: true,
    };
    draw([{ ...change, undo: null, changes: [hidden] }]);

    expect((await screen.findByRole('listitem')).textContent).toMatch(/Text.*nur für die Person sichtbar/);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('amounts are euros, whatever they are stored as', async () => {
    const goodwill = {
      field: 'proposedGoodwillCents',
      label: null,
      before: null,
      after: 12_550,
      isMoney: true,
      isHidden: false,
    };
    draw([{ ...change, action: 'complaint.update', recordKind: 'complaint', changes: [goodwill] }]);

    expect((await screen.findByRole('listitem')).textContent).toMatch(/Kulanz.*leer.*125,50\s€/);
  });

  test('a merge names the other customer, an import only what it changed', async () => {
    const merged = {
      field: 'mergedWith',
      label: null,
      before: null,
      after: 'Bürgel Schlosserei',
      isMoney: false,
      isHidden: false,
    };
    const city = { ...merged, field: 'city', after: 'Renningen' };
    draw([
      { ...change, action: 'customer.merge', source: 'api', undo: null, changes: [merged] },
      { ...change, id: exampleId(502), action: 'customer.import', undo: null, changes: [city] },
      {
        ...change,
        id: exampleId(503),
        action: 'customer.import',
        undo: null,
        changes: [{ ...city, before: 'Leonberg' }],
      },
    ]);

    const texts = (await screen.findAllByRole('listitem')).map((item) => item.textContent);
    expect(texts[0]).toMatch(
      /Kunden zusammengeführt.*Petra Lohmann.*Zusammengeführt mit.*Bürgel Schlosserei/,
    );
    expect(texts[1]).toMatch(/Kunde aus dem ERP übernommen.*Petra Lohmann, durch Import/);
    expect(texts[1]).not.toContain('Renningen');
    expect(texts[2]).toMatch(/Leonberg.*Renningen/);
  });

  test('nothing is taken back in somebody else’s view', async () => {
    draw([change], { me: buildMe({ viewedBy: petra }) });

    await screen.findByRole('listitem');
    await screen.findByText('Kunde geändert');
    expect(screen.queryByRole('button', { name: /rückgängig/ })).toBeNull();
  });

  test('no change yet says so', async () => {
    draw([]);

    expect(await screen.findByText('An diesem Kunden wurde noch nichts geändert.')).toBeTruthy();
  });
});

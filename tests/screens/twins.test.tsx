// @vitest-environment jsdom
// Where people meet possible duplicates: on the customers' list, and beside a customer.
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { listDuplicates, listTwins, type DuplicatePair } from '#contract/duplicate.ts';
import { anna, buildMe, customerRef, exampleId, exampleNow } from '#contract/examples-people.ts';
import { getMe } from '#contract/user.ts';
import { DuplicatesEntry } from '#screens/duplicate/duplicates-entry.tsx';
import { DuplicatesSection } from '#screens/duplicate/duplicates-section.tsx';
import { TwinNote } from '#screens/duplicate/twin-note.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const other = { id: exampleId(21), number: null, name: 'Hollerbach Metall' };
const place = { street: 'Römerstraße 12', postcode: '71229', city: 'Leonberg', phone: null };
const pair: DuplicatePair = {
  id: exampleId(22),
  score: 91,
  reasons: ['same_phone'],
  one: { ...other, ...place },
  other: { ...customerRef, ...place },
  foundAt: exampleNow,
  dismissed: null,
};
const page = { items: [pair], nextCursor: null, lookedOn: '2026-09-03' };
const partner = buildMe({ role: 'partner', permissions: [] });

test('the customers’ list says how many there may be and leads to them', async () => {
  const onOpen = vi.fn();
  const server = createSignedInServer().answers(listDuplicates, { ...page, total: 1204 });
  const { user } = drawScreen(server, <DuplicatesEntry onOpen={onOpen} />);
  await user.click(await screen.findByRole('button', { name: 'Mögliche Dubletten (1.204)' }));
  expect(onOpen).toHaveBeenCalledOnce();
});

test('nothing is said while there is none, and a partner is not asked about any', async () => {
  const none = createSignedInServer().answers(listDuplicates, { ...page, items: [], total: 0 });
  const { unmount } = drawScreen(none, <DuplicatesEntry onOpen={() => undefined} />);
  await waitFor(() => expect(none.lettersTo(listDuplicates)).toHaveLength(1));
  expect(screen.queryByRole('button')).toBeNull();
  unmount();

  const server = createSignedInServer().answers(getMe, partner);
  drawScreen(
    server,
    <>
      <DuplicatesEntry onOpen={() => undefined} />
      <TwinNote customerId={customerRef.id} onCheck={() => undefined} />
    </>,
  );
  await waitFor(() => expect(server.lettersTo(getMe)).toHaveLength(1));
  expect(server.lettersTo(listTwins)).toEqual([]);
});

test('beside a customer stands the other one with the reason, and who became part of it', async () => {
  const onCheck = vi.fn();
  const gone = { id: exampleId(23), number: '20999', name: 'Metall Hollerbach', by: anna, at: exampleNow };
  const server = createSignedInServer().answers(listTwins, { pairs: [pair], takenOver: [gone] });
  const { user } = drawScreen(server, <TwinNote customerId={customerRef.id} onCheck={onCheck} />);
  expect(await screen.findByText('Könnte doppelt sein mit Hollerbach Metall')).toBeTruthy();
  expect(screen.getByText('Hierin aufgegangen: Metall Hollerbach')).toBeTruthy();
  expect(screen.getByText('zusammengeführt am 03.09.2026 von Anna Brandl')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /prüfen$/ }));
  expect(onCheck).toHaveBeenCalledWith(pair);
});

test('as a place of its own the list has a head and a way back', async () => {
  const onBack = vi.fn();
  const server = createSignedInServer().answers(listDuplicates, { ...page, total: 1 });
  const { user } = drawScreen(server, <DuplicatesSection onBack={onBack} />);
  expect(await screen.findByRole('heading', { level: 1, name: 'Dubletten' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Zurück' }));
  expect(onBack).toHaveBeenCalledOnce();
});

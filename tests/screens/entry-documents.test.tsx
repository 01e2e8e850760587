// @vitest-environment jsdom
// What an entry written by hand belongs to: an invoice or an older order is found as well, and only this customer's.
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { customerRef, exampleId } from '#contract/examples-people.ts';
import { search } from '#contract/search.ts';
import { EntryDocuments } from '#screens/activity/entry-documents.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildHits } from './wide-samples.ts';

const order = { value: `order:${exampleId(60)}`, label: 'Auftrag AU-26-0907' };

function draw(first: string[], recent = [order]) {
  const chosen: string[][] = [];
  function Form() {
    const [links, setLinks] = useState(first);
    const handleChange = (next: string[]) => {
      chosen.push(next);
      setLinks(next);
    };
    return (
      <EntryDocuments customerId={customerRef.id} recent={recent} links={links} onChange={handleChange} />
    );
  }
  const [base] = buildHits();
  const hits = base && [
    { ...base, kind: 'invoice' as const, id: exampleId(61), title: '26-4471' },
    {
      ...base,
      kind: 'invoice' as const,
      id: exampleId(62),
      title: '26-9999',
      customer: { ...customerRef, id: exampleId(99) },
    },
  ];
  const server = createSignedInServer().answers(search, {
    items: hits ?? [],
    groups: [{ kind: 'invoice', count: 2, isMore: false }],
    nextCursor: null,
  });
  return { chosen, ...drawScreen(server, <Form />) };
}

test('an invoice found by its number is added to what was chosen', async () => {
  const { user, chosen } = draw([order.value]);

  await user.click(await screen.findByRole('button', { name: /Rechnung oder anderen Beleg suchen/ }));
  await user.type(screen.getByRole('searchbox', { name: 'Beleg suchen' }), '26-4');
  await user.click(await screen.findByRole('button', { name: /26-4471/ }));

  expect(chosen).toEqual([[order.value, `invoice:${exampleId(61)}`]]);
  expect(screen.getByRole('combobox', { name: 'Gehört zu' }).textContent).toBe(
    'Auftrag AU-26-0907, Rechnung 26-4471',
  );
  expect(screen.queryByText('26-9999')).toBeNull();
});

test('a customer without recent documents has the search; a kept draft names what it can', async () => {
  const { unmount } = draw([], []);
  expect(await screen.findByRole('button', { name: /Beleg suchen/ })).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
  unmount();

  draw([`invoice:${exampleId(61)}`], []);
  expect((await screen.findByRole('combobox', { name: 'Gehört zu' })).textContent).toBe('Rechnung');
});

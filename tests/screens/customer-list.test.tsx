// @vitest-environment jsdom
// "Kunden": whose customers stand there first depends on who asks.
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { listCustomers } from '#contract/customer.ts';
import { listDuplicates } from '#contract/duplicate.ts';
import { buildMe } from '#contract/examples-people.ts';
import { getMe, type Me } from '#contract/user.ts';
import { CustomerList } from '#screens/customer-list/customer-list.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const nothing = () => undefined;

function drawFor(role: Me['role']) {
  const server = createSignedInServer()
    .answers(getMe, buildMe({ role }))
    .answers(listDuplicates, { items: [], total: 0, nextCursor: null, lookedOn: null })
    .answers(listCustomers, { items: [], nextCursor: null });
  const list = <CustomerList onOpenCustomer={nothing} onOpenComplaint={nothing} onOpenDuplicates={nothing} />;
  return { server, ...drawScreen(server, list) };
}

test.each([
  ['sales', 'Meine', true],
  ['manager', 'Alle sichtbaren', false],
  ['admin', 'Alle sichtbaren', false],
  ['partner', 'Alle sichtbaren', false],
] as const)('%s begins with „%s“, and asks once', async (role, chosen, asked) => {
  const { server } = drawFor(role);
  await waitFor(() => expect(server.lettersTo(listCustomers)).toHaveLength(1));
  expect(screen.getByRole('radio', { name: chosen }).getAttribute('aria-checked')).toBe('true');
  const whose = asked ? { mine: true } : {};
  expect(server.lettersTo(listCustomers)[0]?.input).toEqual({ archived: 'without', limit: 50, ...whose });
});

test('a manager who chooses „Meine“ sees the customers looked after personally', async () => {
  const { server, user } = drawFor('manager');
  await user.click(await screen.findByRole('radio', { name: 'Meine' }));
  await waitFor(() => expect(server.lettersTo(listCustomers).at(-1)?.input).toMatchObject({ mine: true }));
});

// @vitest-environment jsdom
// "gesperrt" and "archiviert" beside a customer's name: in lists, pickers, search and the head of the pane.
import { screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { listCustomers, type CustomerRef } from '#contract/customer.ts';
import { listDuplicates } from '#contract/duplicate.ts';
import { buildCockpit } from '#contract/examples-cockpit.ts';
import { buildCustomer, customerRef } from '#contract/examples-people.ts';
import { search } from '#contract/search.ts';
import { Identity } from '#screens/cockpit/identity.tsx';
import { CustomerChoice } from '#screens/cockpit/customer-choice.tsx';
import { CustomerSearch } from '#screens/customer/customer-search.tsx';
import { CustomerList } from '#screens/customer-list/customer-list.tsx';
import { SimilarNote } from '#screens/duplicate/similar-note.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildHits } from './wide-samples.ts';

const matched = { reason: 'address', evidence: 's.tietz@hollerbach.test', party: 'from' } as const;
const nothing = () => undefined;

/** Each place where this customer is shown. */
function placesOf(customer: CustomerRef): Record<string, ReactElement> {
  return {
    'the head of the pane': (
      <Identity
        cockpit={buildCockpit({ customer: buildCustomer(customer) })}
        match={null}
        personName="Sabine Tietz"
      />
    ),
    'the choice beside a mail': (
      <CustomerChoice
        candidates={[{ customer, contact: null, ...matched, city: null }]}
        isAboutPeople={false}
        onChoose={nothing}
      />
    ),
    'the list of customers': (
      <CustomerList onOpenCustomer={nothing} onOpenComplaint={nothing} onOpenDuplicates={nothing} />
    ),
    'the note about similar ones': (
      <SimilarNote
        similar={[
          { customer, postcode: null, city: null, street: null, isArchived: false, score: 90, reasons: [] },
        ]}
        onOpen={nothing}
      />
    ),
  };
}

function draw(customer: CustomerRef, place: string) {
  const server = createSignedInServer()
    .answers(listDuplicates, { items: [], total: 0, nextCursor: null, lookedOn: null })
    .answers(listCustomers, { items: [buildCustomer(customer)], nextCursor: null })
    .answers(search, {
      items: buildHits().map((hit) => ({ ...hit, customer })),
      groups: [],
      nextCursor: null,
    });
  return drawScreen(server, placesOf(customer)[place] ?? <CustomerSearch onChoose={nothing} />);
}

const both: CustomerRef = { ...customerRef, marks: ['blocked', 'archived'] };

test.each(Object.keys(placesOf(both)))('%s says so, and nothing of others', async (place) => {
  const { unmount } = draw(both, place);

  expect(await screen.findByText('gesperrt')).toBeTruthy();
  expect(screen.getByText('archiviert')).toBeTruthy();

  unmount();
  draw(customerRef, place);
  expect((await screen.findAllByText(customerRef.name)).length).toBeGreaterThan(0);
  expect(screen.queryByText('gesperrt')).toBeNull();
  expect(screen.queryByText('archiviert')).toBeNull();
});

test('the picker says so before one chooses', async () => {
  const { user } = draw(both, 'the picker');

  await user.type(screen.getByRole('searchbox'), 'Holler');

  const row = await screen.findByRole('button', { name: /Hollerbach/ });
  expect(within(row).getByText('gesperrt')).toBeTruthy();
});

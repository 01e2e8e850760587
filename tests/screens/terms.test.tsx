// @vitest-environment jsdom
// A customer's terms beside the other facts: payment with its discount, credit limit, delivery.
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Customer } from '#contract/customer.ts';
import { buildCustomer } from '#contract/examples-people.ts';
import { FactsSection } from '#screens/customer/facts-section.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildWideCockpit } from './wide-samples.ts';

async function factsOf(changes: Partial<Customer>, language: Language = 'de') {
  const cockpit = buildWideCockpit({ customer: buildCustomer(changes) });
  const facts = <FactsSection cockpit={cockpit} onErrand={() => undefined} />;
  drawScreen(createSignedInServer(), facts, { language });
  const keys = await screen.findAllByRole('term');
  return Object.fromEntries(
    keys.map((key) => [key.textContent, key.nextElementSibling?.textContent?.replaceAll(/\s/g, ' ')]),
  );
}

const terms = { discountPercent: 2.5, discountDays: 8, creditLimitCents: 5_000_000, delivery: 'frei Haus' };

test('payment, discount, credit limit and delivery stand there as agreed', async () => {
  expect(await factsOf({ paymentTermDays: 30, terms })).toMatchObject({
    Zahlungsziel: '30 Tage netto, 2,5 % Skonto in 8 Tagen',
    Kreditlimit: '50.000 €',
    Lieferung: 'frei Haus',
  });
});

test('a whole percent keeps no decimals, and a discount may have no days', async () => {
  const whole = { ...terms, discountPercent: 2, discountDays: null };
  expect((await factsOf({ paymentTermDays: null, terms: whole }))['Zahlungsziel']).toBe('2 % Skonto');
});

test('what is not known has no line, and a partner sees none of it', async () => {
  const nothing = { discountPercent: null, discountDays: null, creditLimitCents: null, delivery: null };
  const keys = Object.keys(await factsOf({ paymentTermDays: null, terms: nothing }));
  const ofPartner = Object.keys(await factsOf({ paymentTermDays: null, terms: null }));
  for (const key of ['Zahlungsziel', 'Kreditlimit', 'Lieferung']) {
    expect([...keys, ...ofPartner]).not.toContain(key);
  }
});

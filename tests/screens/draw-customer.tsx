// A customer's page: what it says, to whom, and what is recorded from it.
import { vi } from 'vitest';
import { listActivities } from '#contract/activity.ts';
import { listAddresses } from '#contract/address.ts';
import { getRecordAttributes } from '#contract/attribute.ts';
import { listChoices } from '#contract/choice.ts';
import { getCockpit } from '#contract/cockpit.ts';
import { getCustomerGroup } from '#contract/customer-moves.ts';
import { listDuplicateContacts } from '#contract/duplicate.ts';
import { buildInsights } from '#contract/examples-insight.ts';
import { customerRef } from '#contract/examples-people.ts';
import { getCustomerInsights } from '#contract/insight.ts';
import { followMergedCustomer } from '#contract/merge.ts';
import { CustomerPage } from '#screens/customer/customer-page.tsx';
import type { FakeServer } from '#tests/support/fake-server.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildHistory, buildWideCockpit } from './wide-samples.ts';

/** Draws Hollerbach's page as a signed-in person sees it; `prepare` changes what the server answers. */
export function drawCustomer(prepare: (server: FakeServer) => void = () => undefined) {
  const server = createSignedInServer()
    .answers(getCockpit, buildWideCockpit())
    .answers(listAddresses, { items: [], nextCursor: null, count: 0 })
    .answers(getRecordAttributes, {
      recordKind: 'customer',
      id: customerRef.id,
      version: 3,
      attributes: [],
      values: {},
    })
    .answers(getCustomerInsights, buildInsights())
    .answers(getCustomerGroup, { members: [], memberCount: 1, revenue12MonthsCents: 0 })
    .answers(listChoices, { items: [] })
    .answers(listDuplicateContacts, { items: [] })
    .answers(followMergedCustomer, { merged: null })
    .answers(listActivities, { items: buildHistory(), nextCursor: null });
  prepare(server);
  const opened = { customer: vi.fn(), complaint: vi.fn(), search: vi.fn(), back: vi.fn() };
  const drawn = drawScreen(
    server,
    <CustomerPage
      customerId={customerRef.id}
      onBack={opened.back}
      onSearch={opened.search}
      onOpenComplaint={opened.complaint}
      onOpenCustomer={opened.customer}
    />,
  );
  return { ...drawn, server, opened };
}

// @vitest-environment jsdom
// "Merkmale" beside the mail and at a contact: shown, filled in, the required ones asked for.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import {
  getRecordAttributes,
  updateRecordAttributes,
  type Attribute,
  type RecordAttributes,
} from '#contract/attribute.ts';
import { findCockpit } from '#contract/cockpit.ts';
import { getConsents } from '#contract/consent.ts';
import { updateContact } from '#contract/customer.ts';
import { buildFound } from '#contract/examples-cockpit.ts';
import { buildContact, buildMe, exampleId } from '#contract/examples-people.ts';
import { buildMail } from '#contract/examples.ts';
import { getMe } from '#contract/user.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import { ContactView } from '#screens/customer/contact-view.tsx';
import { createFakeHost } from '#tests/support/fake-host.ts';
import type { FakeServer } from '#tests/support/fake-server.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const plain: Omit<Attribute, 'id' | 'labelDe' | 'labelEn'> = {
  version: 1,
  recordKind: 'customer',
  key: 'x',
  type: 'text',
  choices: [],
  group: null,
  required: false,
  visibleTo: ['sales', 'manager', 'admin'],
  searchable: false,
  position: 1,
  retired: false,
  uses: null,
};
const hall: Attribute = {
  ...plain,
  id: exampleId(700),
  labelDe: 'Hallenfläche',
  labelEn: 'Hall',
  type: 'number',
};
const lock: Attribute = {
  ...plain,
  id: exampleId(701),
  labelDe: 'Schließwerk',
  labelEn: 'Lock',
  required: true,
};
const gift: Attribute = {
  ...plain,
  id: exampleId(702),
  recordKind: 'contact',
  labelDe: 'Weihnachtspost',
  labelEn: 'Christmas card',
  type: 'yes_no',
};

/** Remembers what is saved, as the server does. */
function withAttributes(server: FakeServer): FakeServer {
  const values: Record<string, RecordAttributes['values']> = {
    customer: { [hall.id]: 1400, [lock.id]: 'Zylinder' },
    contact: { [gift.id]: true },
  };
  const recordOf = (recordKind: 'customer' | 'contact', id: string): RecordAttributes => ({
    recordKind,
    id,
    version: 7,
    attributes: recordKind === 'customer' ? [hall, lock] : [gift],
    values: values[recordKind] ?? {},
  });
  return server
    .answers(getRecordAttributes, ({ recordKind, id }) => recordOf(recordKind, id))
    .answers(updateRecordAttributes, ({ recordKind, id, values: changes }) => {
      const all = { ...values[recordKind], ...changes };
      values[recordKind] = Object.fromEntries(
        Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
      );
      return { ...recordOf(recordKind, id), version: 8 };
    });
}

function drawPane(me = buildMe()) {
  const server = withAttributes(createSignedInServer()).answers(getMe, me).answers(findCockpit, buildFound());
  const host = createFakeHost({ kind: 'mail', mail: buildMail() });
  const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
  return { ...drawScreen(server, pane), server };
}

describe('attributes in the pane', () => {
  test('of the customer and the person beside the mail are shown', async () => {
    drawPane();

    const customer = within(await screen.findByRole('region', { name: 'Merkmale' }));
    expect(customer.getByText('1.400')).toBeTruthy();
    expect(customer.getByText('Zylinder')).toBeTruthy();
    const person = within(await screen.findByRole('region', { name: 'Merkmale von Sabine Tietz' }));
    expect(person.getByText('Weihnachtspost')).toBeTruthy();
    expect(person.getByText('Ja')).toBeTruthy();
  });

  test('are changed in place; a required one that is left empty is asked for on saving', async () => {
    const { user, server } = drawPane();

    const customer = within(await screen.findByRole('region', { name: 'Merkmale' }));
    await user.click(customer.getByRole('button', { name: 'Merkmale bearbeiten' }));
    const field = customer.getByRole('textbox', { name: /Schließwerk/ });
    await user.clear(field);
    await user.click(customer.getByRole('button', { name: 'Speichern' }));
    expect(await customer.findByText('Bitte füllen Sie dieses Merkmal aus.')).toBeTruthy();
    expect(server.lettersTo(updateRecordAttributes)).toEqual([]);
    await user.type(field, 'Panikschloss');
    await user.click(customer.getByRole('button', { name: 'Speichern' }));

    expect(await customer.findByText('Panikschloss')).toBeTruthy();
    const [letter] = server.lettersTo(updateRecordAttributes);
    expect(letter?.input).toMatchObject({ recordKind: 'customer', values: { [lock.id]: 'Panikschloss' } });
    expect(letter?.headers.get('if-match')).toBe('"7"');
  });

  test('who may not edit customers sees them only', async () => {
    drawPane(buildMe({ permissions: [] }));

    await screen.findByRole('region', { name: 'Merkmale' });
    expect(screen.queryByRole('button', { name: 'Merkmale bearbeiten' })).toBeNull();
  });
});

test('at a contact they are changed with the version that the contact then has', async () => {
  const contact = buildContact({ version: 7 });
  const server = withAttributes(createSignedInServer())
    .answers(getConsents, { contactId: contact.id, channels: [], events: [] })
    .answers(updateContact, { ...contact, version: 9 });
  const { user } = drawScreen(server, <ContactView contact={contact} onClose={vi.fn()} />);

  const section = within(await screen.findByRole('region', { name: 'Merkmale' }));
  await user.click(await section.findByRole('button', { name: 'Merkmale bearbeiten' }));
  await user.click(section.getByRole('combobox', { name: 'Weihnachtspost' }));
  await user.click(await screen.findByRole('option', { name: 'Nein' }));
  await user.click(section.getByRole('button', { name: 'Speichern' }));
  expect(await section.findByText('Nein')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Bearbeiten' }));
  await user.type(screen.getByRole('textbox', { name: 'Funktion' }), ' Süd');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));

  await waitFor(() => expect(server.lettersTo(updateContact)[0]?.headers.get('if-match')).toBe('"8"'));
});

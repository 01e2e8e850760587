// @vitest-environment jsdom
// An unknown sender: assigned to a known customer, or created and logged in one go; and a new person of a known customer.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { logActivity, previewMail } from '#contract/activity.ts';
import { correctMatch, findCockpit, type SenderDraft } from '#contract/cockpit.ts';
import { createContact, createCustomer } from '#contract/customer.ts';
import { buildCockpit, buildFound, buildMatch, buildSender } from '#contract/examples-cockpit.ts';
import { anna, buildContact, buildCustomer, exampleId } from '#contract/examples-people.ts';
import { buildActivity, buildMailPreview } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const newId = exampleId(25);
const mail = buildMail({ from: { name: 'Thomas Berger', address: 't.berger@fliesen-berger.test' } });

function drawUnknown(sender: Partial<SenderDraft> = {}, language: Language = 'de') {
  const match = buildMatch({ kind: 'unknown', candidates: [], chosen: null, sender: buildSender(sender) });
  const server = createSignedInServer()
    .answers(findCockpit, (input) =>
      input.customerId === null ? buildFound({ match, cockpit: null }) : buildFound(),
    )
    .answers(createCustomer, () => ({
      customer: buildCustomer({ id: newId }),
      contact: buildContact({ customerId: newId }),
    }))
    .answers(previewMail, buildMailPreview())
    .answers(logActivity, { activity: buildActivity(), created: true, followUpId: null });
  const host = createFakeHost({ kind: 'mail', mail });
  const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
  return { ...drawScreen(server, pane, { language }), server };
}
const submit = () => screen.findByRole('button', { name: 'Anlegen und ablegen' });

describe('an unknown sender', () => {
  it('is created and logged with one press, as address and signature say', async () => {
    const { user, server } = drawUnknown();

    await user.dblClick(await submit());

    expect(await screen.findByRole('region', { name: 'Offen' })).toBeTruthy();
    expect(server.lettersTo(createCustomer)).toHaveLength(1);
    expect(server.lettersTo(createCustomer)[0]?.input).toMatchObject({
      name: 'Fliesen Berger',
      kind: 'company',
      ownerId: anna.id,
      domains: ['fliesen-berger.test'],
      legalBasis: 'enquiry',
      contact: { name: 'Thomas Berger', emails: ['t.berger@fliesen-berger.test'], phones: ['0711 5550142'] },
    });
    expect(server.lettersTo(logActivity)).toHaveLength(1);
    expect(server.lettersTo(logActivity)[0]?.input).toMatchObject({
      customerId: newId,
      attachmentIds: ['a1', 'a2'],
    });
    expect(server.lettersTo(findCockpit).at(-1)?.input).toMatchObject({ customerId: newId });
  });

  it('asks for three things only, and points out what is missing', async () => {
    const { user, server } = drawUnknown();
    const form = await screen.findByRole('form', { name: 'Neu anlegen' });
    expect(within(form).getAllByText('*')).toHaveLength(3);

    await user.clear(screen.getByRole('textbox', { name: 'Firma' }));
    await user.click(await submit());

    expect(screen.getByText('Bitte ausfüllen.')).toBeTruthy();
    expect(server.lettersTo(createCustomer)).toEqual([]);
  });

  it('perhaps known: assigning remembers it for the team and shows that customer', async () => {
    const { user, server } = drawUnknown();
    server.answers(correctMatch, { remembered: true });
    expect(await screen.findByText(/Gleiche Domain, Kd\.-Nr\. 20988/)).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Fliesen Berger GmbH & Co. KG zuordnen' }));

    expect(await screen.findByRole('region', { name: 'Offen' })).toBeTruthy();
    expect(server.lettersTo(correctMatch)[0]?.input).toEqual({
      address: 't.berger@fliesen-berger.test',
      customerId: exampleId(21),
    });
  });

  it('a free-mail sender may be a private customer, and the domain never becomes a company’s', async () => {
    const { user, server } = drawUnknown({
      isFreeMail: true,
      companyName: '',
      companyIsGuess: false,
      email: 't.berger@gmx.test',
      suggestions: [],
    });

    await user.click(await submit());

    await waitFor(() => expect(server.lettersTo(createCustomer)).toHaveLength(1));
    expect(server.lettersTo(createCustomer)[0]?.input).toMatchObject({
      name: 'Thomas Berger',
      kind: 'private',
      domains: [],
    });
  });

  it('created but not logged: a retry logs, and does not create a second customer', async () => {
    const { user, server } = drawUnknown();
    server.answers(logActivity, { refuse: 'no_connection' });
    await user.click(await submit());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/Kunde angelegt, E-Mail noch nicht abgelegt/);
    server.answers(logActivity, { activity: buildActivity(), created: true, followUpId: null });

    await user.click(within(alert).getByRole('button', { name: 'Erneut versuchen' }));

    expect(await screen.findByRole('region', { name: 'Offen' })).toBeTruthy();
    expect(server.lettersTo(createCustomer)).toHaveLength(1);
  });

  it('legal basis and address can be looked at and changed', async () => {
    const { user, server } = drawUnknown();

    await user.click(await screen.findByRole('button', { name: 'Rechtsgrundlage ändern' }));
    await user.click(screen.getByRole('combobox', { name: 'Rechtsgrundlage' }));
    await user.click(await screen.findByRole('option', { name: 'Einwilligung' }));
    await user.click(screen.getByRole('button', { name: 'Anschrift ändern' }));
    await user.type(screen.getByRole('textbox', { name: 'Straße' }), 'Weg 1');
    await user.click(await submit());

    await waitFor(() => expect(server.lettersTo(createCustomer)).toHaveLength(1));
    expect(server.lettersTo(createCustomer)[0]?.input).toMatchObject({
      legalBasis: 'consent',
      street: 'Weg 1',
      city: 'Esslingen',
    });
  });

  it('speaks English', async () => {
    drawUnknown({}, 'en');

    expect(await screen.findByRole('heading', { name: 'Unknown sender' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Create and log' })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Unbekannt|Anlegen|Vorschlag/);
  });
});

describe('a new person of a known customer', () => {
  it('is created with the name and address of the mail', async () => {
    const found = buildFound({ cockpit: buildCockpit({ contact: null }) });
    const server = createSignedInServer().answers(findCockpit, found).answers(createContact, buildContact());
    const host = createFakeHost({ kind: 'mail', mail });
    const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
    const { user } = drawScreen(server, pane);

    await user.click(await screen.findByRole('button', { name: 'Anlegen' }));
    await screen.findByRole('form', { name: 'Neuer Ansprechpartner' });
    await user.type(screen.getByRole('textbox', { name: 'Funktion' }), 'Bauleiter');
    await user.click(screen.getByRole('button', { name: 'Anlegen' }));

    await waitFor(() => expect(server.lettersTo(createContact)).toHaveLength(1));
    expect(server.lettersTo(createContact)[0]?.input).toMatchObject({
      name: 'Thomas Berger',
      jobTitle: 'Bauleiter',
      emails: ['t.berger@fliesen-berger.test'],
    });
    expect(await screen.findByRole('region', { name: 'Offen' })).toBeTruthy();
  });
});

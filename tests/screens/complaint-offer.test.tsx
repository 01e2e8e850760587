// @vitest-environment jsdom
// A mail that looks like a complaint: offered under the customer's name, recorded with one click, or put away for good.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { findCockpit } from '#contract/cockpit.ts';
import { draftComplaint } from '#contract/complaint.ts';
import { buildFound } from '#contract/examples-cockpit.ts';
import { buildMe } from '#contract/examples-people.ts';
import { buildComplaintDraft } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { getMe } from '#contract/user.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const because = ['verlieren Öl', 'schon wieder'];
const references = {
  unknownOrders: ['AU-19-4444'],
  articles: ['TS 93'],
  lots: ['L24-117'],
  quantity: { value: 4, because: 'vier Türschließer' },
};

function createOfferServer(complaintOffer: { because: string[] } | null = { because }) {
  return createSignedInServer()
    .answers(findCockpit, buildFound({ complaintOffer }))
    .answers(draftComplaint, buildComplaintDraft({ because, references }));
}

function drawPane(server = createOfferServer(), language: Language = 'de') {
  const host = createFakeHost({ kind: 'mail', mail: buildMail() });
  const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
  return drawScreen(server, pane, { language });
}

const findOffer = () => screen.findByRole('region', { name: 'Sieht nach einer Reklamation aus' });
const cockpitIsDrawn = () => screen.findByRole('button', { name: 'Reklamation' });

describe('a mail that looks like a complaint', () => {
  it('is offered with the words it was recognised by', async () => {
    drawPane();

    const offer = await findOffer();

    expect(within(offer).getByText('Erkannt an „verlieren Öl“ und „schon wieder“')).toBeTruthy();
  });

  it('opens the filled form with one click, which says what else was read', async () => {
    const { user } = drawPane();

    await user.click(within(await findOffer()).getByRole('button', { name: 'Aufnehmen' }));

    const form = within(await screen.findByRole('form', { name: 'Reklamation aufnehmen' }));
    const found = within(await form.findByRole('list', { name: 'In der E-Mail erkannt' }));
    expect(found.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Reklamation: „verlieren Öl“ und „schon wieder“',
      'Auftrag AU-19-4444: bei diesem Kunden nicht gefunden',
      'Artikel TS 93',
      'Charge L24-117',
      'Menge 4: „vier Türschließer“',
    ]);
  });

  it('is put away for this mail, also when the pane is opened again', async () => {
    const { user, unmount } = drawPane();
    await user.click(within(await findOffer()).getByRole('button', { name: 'Keine Reklamation' }));

    expect(screen.queryByRole('region', { name: 'Sieht nach einer Reklamation aus' })).toBeNull();
    unmount();
    drawPane();
    await cockpitIsDrawn();
    expect(screen.queryByRole('region', { name: 'Sieht nach einer Reklamation aus' })).toBeNull();
  });

  it('is not offered to those who may record none, nor without a reason to', async () => {
    const server = createOfferServer().answers(getMe, buildMe({ permissions: ['activity.log'] }));
    const { unmount } = drawPane(server);
    await screen.findByRole('button', { name: 'Ablegen' });
    expect(screen.queryByRole('region', { name: 'Sieht nach einer Reklamation aus' })).toBeNull();
    unmount();

    drawPane(createOfferServer(null));
    await cockpitIsDrawn();
    expect(screen.queryByRole('region', { name: 'Sieht nach einer Reklamation aus' })).toBeNull();
  });

  it('says the same in English', async () => {
    drawPane(createOfferServer(), 'en');

    const offer = within(await screen.findByRole('region', { name: 'Looks like a complaint' }));

    expect(offer.getByText('Recognised by “verlieren Öl” and “schon wieder”')).toBeTruthy();
    expect(offer.getByRole('button', { name: 'Record it' })).toBeTruthy();
    expect(offer.getByRole('button', { name: 'Not a complaint' })).toBeTruthy();
  });
});

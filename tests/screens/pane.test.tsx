// @vitest-environment jsdom
// The pane follows the selection in Outlook, never shows one mail's customer beside another mail, and explains every other state.
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { findCockpit } from '#contract/cockpit.ts';
import { buildCockpit, buildFound, buildMatch, buildSender } from '#contract/examples-cockpit.ts';
import { buildContact, buildMe } from '#contract/examples-people.ts';
import { buildMail } from '#contract/examples.ts';
import { getMe } from '#contract/user.ts';
import type { HostItem } from '#addin/host/host.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const mailOf = (name: string): HostItem => ({
  kind: 'mail',
  mail: buildMail({ messageId: `<${name}@x.test>`, from: { name, address: `${name.toLowerCase()}@x.test` } }),
});
const foundFor = (name: string) =>
  buildFound({ cockpit: buildCockpit({ contact: buildContact({ name }), contacts: [] }) });
const heading = (name: string) => screen.findByRole('heading', { name, level: 1 });

function drawPane(item: HostItem, server = createSignedInServer(), onSignIn = async () => undefined) {
  const host = createFakeHost(item);
  const drawn = drawScreen(server, <PaneScreen host={host} onSignIn={onSignIn} mailLinkOf={() => null} />);
  return { ...drawn, server, host };
}

describe('switching mails', () => {
  it('a late answer for the earlier mail never paints over the newer one', async () => {
    const answers = new Map<string, () => void>();
    const server = createSignedInServer().answers(
      findCockpit,
      (input) =>
        new Promise((done) => {
          const { name } = input.mail.from;
          answers.set(name, () => done(foundFor(`Kontakt ${name}`)));
        }),
    );
    const { host } = drawPane(mailOf('Erste'), server);
    await waitFor(() => expect(answers.has('Erste')).toBe(true));
    act(() => host.select(mailOf('Zweite')));
    await waitFor(() => expect(answers.has('Zweite')).toBe(true));

    answers.get('Zweite')?.();
    await heading('Kontakt Zweite');
    answers.get('Erste')?.();
    await act(async () => undefined);

    expect(screen.queryByRole('heading', { name: 'Kontakt Erste' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Kontakt Zweite' })).toBeTruthy();
  });

  it('an item that is read late does not replace the one selected after it', async () => {
    const server = createSignedInServer().answers(findCockpit, (input) => foundFor(input.mail.from.name));
    const { host } = drawPane(mailOf('Erste'), server);
    await heading('Erste');
    let finishSlow: () => void = () => undefined;
    act(() => {
      finishSlow = host.selectSlowly(mailOf('Langsam'));
    });
    act(() => host.select(mailOf('Schnell')));
    await heading('Schnell');

    await act(async () => finishSlow());

    expect(screen.queryByRole('heading', { name: 'Langsam' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Schnell' })).toBeTruthy();
  });

  it('the earlier mail cannot be acted on while the next one is being read', async () => {
    const server = createSignedInServer().answers(findCockpit, foundFor('Erste'));
    const { host } = drawPane(mailOf('Erste'), server);
    const button = await screen.findByRole('button', { name: 'Ablegen' });

    act(() => void host.selectSlowly(mailOf('Zweite')));

    expect(button.closest('[inert]')).not.toBeNull();
  });

  it('says within a moment who wrote, and shows a skeleton when the answer takes longer', async () => {
    const server = createSignedInServer().answers(findCockpit, () => new Promise(() => undefined));
    drawPane(mailOf('Sabine'), server);

    expect(await heading('Sabine')).toBeTruthy();
    expect(screen.queryByRole('status', { name: 'Kundendaten werden geladen' })).toBeNull();
    expect(await screen.findByRole('status', { name: 'Kundendaten werden geladen' })).toBeTruthy();
  });
});

describe('without a customer', () => {
  it('nothing selected', async () => {
    drawPane({ kind: 'none' });

    expect(await heading('Wählen Sie eine E-Mail oder einen Termin')).toBeTruthy();
  });

  it('a mail among colleagues', async () => {
    const match = buildMatch({ kind: 'internal', candidates: [], chosen: null });
    const server = createSignedInServer().answers(findCockpit, buildFound({ match, cockpit: null }));
    drawPane(mailOf('Jonas'), server);

    expect(await heading('Interne E-Mail')).toBeTruthy();
  });

  it('a draft without recipients, and an appointment among colleagues', async () => {
    const { host } = drawPane({ kind: 'compose', subject: '', people: [] });
    expect(await heading('Noch keine Empfänger')).toBeTruthy();

    const people = [{ name: 'Jonas Weidner', address: 'jonas.weidner@brenner-lohse.test' }];
    act(() =>
      host.select({ kind: 'appointment', subject: 'Runde', people, startsAt: null, appointmentId: null }),
    );

    expect(await heading('Kein Kunde unter den Teilnehmenden')).toBeTruthy();
  });

  it('an appointment shows the attendees’ customer, and nothing to log', async () => {
    const server = createSignedInServer().answers(findCockpit, foundFor('Sabine Tietz'));
    const people = [
      { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
      { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
    ];
    drawPane({ kind: 'appointment', subject: 'Termin', people, startsAt: null, appointmentId: null }, server);

    expect(await screen.findByRole('region', { name: 'Offen' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ablegen' })).toBeNull();
    expect(server.lettersTo(findCockpit)[0]?.input).toMatchObject({
      mail: { from: { address: 'anna.brandl@brenner-lohse.test' }, to: [{ name: 'Sabine Tietz' }] },
    });
  });

  it('an unknown sender whom a partner may not create', async () => {
    const match = buildMatch({ kind: 'unknown', candidates: [], chosen: null, sender: buildSender() });
    const server = createSignedInServer()
      .answers(getMe, buildMe({ role: 'partner', permissions: [] }))
      .answers(findCockpit, buildFound({ match, cockpit: null }));
    drawPane(mailOf('Thomas'), server);

    expect(await heading('Kein Kunde erkannt')).toBeTruthy();
  });
});

describe('when something is missing', () => {
  it('the server is down: explains with a reference, and goes on after a retry', async () => {
    const server = createSignedInServer().answers(findCockpit, { refuse: 'no_connection' });
    const { user } = drawPane(mailOf('Sabine'), server);
    expect(await heading('Keine Verbindung')).toBeTruthy();
    expect(
      screen.getByText(/Der Server hat nicht geantwortet\..*Referenz [0-9A-F]{4}-[0-9A-F]{4}\./),
    ).toBeTruthy();
    server.answers(findCockpit, foundFor('Sabine Tietz'));

    await user.click(screen.getByRole('button', { name: 'Erneut versuchen' }));

    expect(await heading('Sabine Tietz')).toBeTruthy();
  });

  it('nobody is signed in: one button, then the cockpit', async () => {
    const server = createSignedInServer()
      .answers(getMe, { refuse: 'not_signed_in', status: 401 })
      .answers(findCockpit, foundFor('Sabine Tietz'));
    const signIn = async () => void server.answers(getMe, buildMe());
    const { user } = drawPane(mailOf('Sabine'), server, signIn);

    await user.click(await screen.findByRole('button', { name: 'Anmelden' }));

    expect(await screen.findByRole('region', { name: 'Offen' })).toBeTruthy();
  });

  it('a user without a role learns whom to ask, and gets no useless button', async () => {
    const server = createSignedInServer()
      .answers(getMe, { refuse: 'no_role', status: 403 })
      .answers(findCockpit, { refuse: 'no_role', status: 403 });
    drawPane(mailOf('Sabine'), server);

    expect(await heading('Sie haben noch keine Rolle')).toBeTruthy();
    expect(screen.getByText(/Bitten Sie Ihre Administration um eine Rolle/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('missing consent names the way for the administrator', async () => {
    const server = createSignedInServer()
      .answers(getMe, {
        refuse: 'consent_required',
        status: 403,
        current: { adminConsentUrl: 'https://login.test/adminconsent' },
      })
      .answers(findCockpit, { refuse: 'consent_required', status: 403 });
    drawPane(mailOf('Sabine'), server);

    const link = await screen.findByRole('link', { name: 'Zustimmung ansehen' });

    expect(link.getAttribute('href')).toBe('https://login.test/adminconsent');
  });
});

describe('going somewhere and back', () => {
  it.each(['Verlauf ansehen', 'Anderem Kunden zuordnen'])(
    'Escape leaves "%s" and returns the focus',
    async (name) => {
      const server = createSignedInServer().answers(findCockpit, foundFor('Sabine Tietz'));
      server.answers((await import('#contract/activity.ts')).listActivities, { items: [], nextCursor: null });
      const { user } = drawPane(mailOf('Sabine'), server);
      await user.click(await screen.findByRole('button', { name: 'Weitere Aktionen' }));
      await user.click(await screen.findByRole('menuitem', { name }));
      await screen.findByRole('button', { name: 'Zurück' });

      await user.keyboard('{Escape}');

      await waitFor(() =>
        expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Weitere Aktionen' })),
      );
    },
  );
});

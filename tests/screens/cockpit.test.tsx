// @vitest-environment jsdom
// The cockpit in the pane: what is said about a known customer, in both languages, with and without figures.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { findCockpit } from '#contract/cockpit.ts';
import { buildCockpit, buildFound, buildMatch } from '#contract/examples-cockpit.ts';
import { anna, buildCustomer, buildMe, customerRef, exampleId } from '#contract/examples-people.ts';
import { buildFollowUp } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { updateFollowUp } from '#contract/follow-up.ts';
import { getMe } from '#contract/user.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

function drawPane(found = buildFound(), language: Language = 'de') {
  const server = createSignedInServer().answers(findCockpit, found);
  const host = createFakeHost({ kind: 'mail', mail: buildMail() });
  const drawn = drawScreen(
    server,
    <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />,
    { language },
  );
  return { ...drawn, server, host };
}

describe('a mail of a known person', () => {
  it('says who it is and why we think so, without a click', async () => {
    drawPane();

    expect(await screen.findByRole('heading', { name: 'Sabine Tietz', level: 1 })).toBeTruthy();
    expect(await screen.findByText('Hollerbach Metallbau GmbH')).toBeTruthy();
    expect(screen.getByText(/128\.400 € in 12 Monaten \(ab 100\.000 €\)/)).toBeTruthy();
    expect(screen.getByText(/Lieferanteil rund 45 % \(30 bis 60 %\)/)).toBeTruthy();
    expect(screen.getByText('Erkannt an der E-Mail-Adresse')).toBeTruthy();
  });

  it('says what burns, and folds away what goes beyond two warnings', async () => {
    const base = buildCockpit();
    const dormant = {
      kind: 'dormant',
      level: 'warning',
      lastOrderOn: '2026-05-01',
      usualDays: 35,
      silentDays: 125,
    } as const;
    const { user } = drawPane(buildFound({ cockpit: { ...base, warnings: [...base.warnings, dormant] } }));

    expect(await screen.findByText('Erstantwort bis heute, 17:00')).toBeTruthy();
    expect(screen.getByText('RK-26-0318, noch 3 Std. Arbeitszeit')).toBeTruthy();
    expect(screen.queryByText('Seit 125 Tagen kein Auftrag')).toBeNull();

    await user.click(screen.getByRole('button', { name: '1 weitere' }));

    expect(screen.getByText('Seit 125 Tagen kein Auftrag')).toBeTruthy();
  });

  it('lists what is open by time, open items last', async () => {
    drawPane();

    const open = await screen.findByRole('region', { name: 'Offen' });
    const rows = within(open).getAllByRole('listitem');

    expect(rows.map((row) => within(row).getAllByTitle(/./).at(-1)?.textContent)).toEqual([
      '4 Türschließer verlieren Öl',
      'Angebot Kita Süd nachfassen',
      'Brandschutztüren Kita Süd',
      'Schließanlage Verwaltung',
      'Offene Posten',
    ]);
  });

  it('tells every figure of the chart to those who do not see it', async () => {
    drawPane();

    const chart = await screen.findByRole('img', { name: /^Umsatz in T€/ });

    expect(chart.getAttribute('aria-label')).toBe(
      'Umsatz in T€: 2022: 96,2 T€; 2023: 118,7 T€; 2024: 146,3 T€; 2025: 139,8 T€; 2026 bisher 79,8 T€, Vorjahr bis zum selben Tag 91,2 T€',
    );
    expect(screen.getByRole('img', { name: /12,5\s%\sweniger als im Vorjahr/ })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Bewertung von B1 nach A2' })).toBeTruthy();
  });

  it('explains the rating on request and closes on Escape', async () => {
    const { user } = drawPane();

    await user.click(await screen.findByRole('button', { name: /Kundenbewertung A2/ }));
    expect(screen.getByText(/Empfehlung: 6 Besuche im Jahr/)).toBeTruthy();
    await user.keyboard('{Escape}');

    expect(screen.queryByText(/Empfehlung: 6 Besuche im Jahr/)).toBeNull();
  });

  it('speaks English', async () => {
    drawPane(buildFound(), 'en');

    expect(await screen.findByText('First answer by today, 17:00')).toBeTruthy();
    expect(screen.getByText('€128,400 in 12 months (from €100,000)')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Log' })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Wiedervorlage|Ablegen|Umsatz/);
  });
});

describe('the state of the mail', () => {
  it('names the previous one and offers to log', async () => {
    drawPane();

    expect(await screen.findByText('Diese E-Mail ist noch nicht abgelegt')).toBeTruthy();
    expect(screen.getByText('Vorige: 13:20 von Jonas Weidner abgelegt')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ablegen' })).toBeTruthy();
  });

  it('says when and by whom a copy was logged, and replies instead', async () => {
    const logged = {
      activityId: exampleId(70),
      by: anna,
      at: '2026-09-03T12:02:00Z',
      customer: customerRef,
      canUndo: true,
      rule: null,
    };
    const { user, host } = drawPane(buildFound({ logged }));

    expect(await screen.findByText('Abgelegt am 03.09.2026, 14:02')).toBeTruthy();
    expect(screen.getByText('von Anna Brandl')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ablegen' })).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Antworten' }));
    expect(host.replies).toEqual(['']);
  });
});

describe('less than the full picture', () => {
  it('a partner sees no figures and no way to create', async () => {
    const cockpit = buildCockpit({
      customer: buildCustomer({ rating: null }),
      revenue: null,
      customerValueCents: null,
      ratingHistory: [],
    });
    const server = createSignedInServer()
      .answers(getMe, buildMe({ role: 'partner', permissions: [] }))
      .answers(findCockpit, buildFound({ cockpit }));
    const host = createFakeHost({ kind: 'mail', mail: buildMail() });
    drawScreen(server, <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />);

    expect(await screen.findByRole('region', { name: 'Letzte Kontakte' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Umsatz in T€' })).toBeNull();
    expect(screen.queryByText('Offene Posten')).toBeNull();
    expect(screen.queryByText('Kundenwert')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Ablegen' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Reklamation' })).toBeNull();
  });

  it('empty lists say so and name the next step', async () => {
    drawPane(
      buildFound({
        cockpit: buildCockpit({
          complaints: [],
          followUps: [],
          quotes: [],
          activities: [],
          activityCount: 0,
          openItems: { totalCents: 0, overdueCents: 0, count: 0, termDays: null },
        }),
      }),
    );

    expect(await screen.findByText('Nichts offen.')).toBeTruthy();
    expect(screen.getByText('Legen Sie diese E-Mail als ersten Kontakt ab.')).toBeTruthy();
  });

  it('several fitting customers are offered with their reasons, and the choice is asked for', async () => {
    const other = { id: exampleId(21), number: '20988', name: 'Fliesen Berger GmbH & Co. KG' };
    const candidates = [
      ...buildMatch().candidates,
      {
        customer: other,
        city: 'Esslingen',
        contact: null,
        reason: 'domain' as const,
        evidence: 'shared.test',
        party: 'from' as const,
      },
    ];
    const { user, server } = drawPane(
      buildFound({ match: buildMatch({ kind: 'ambiguous', chosen: null, candidates }), cockpit: null }),
    );
    expect(await screen.findByText('Erkannt an der Domain shared.test')).toBeTruthy();
    server.answers(findCockpit, buildFound());

    await user.click(screen.getByRole('button', { name: /Fliesen Berger/ }));

    expect(await screen.findByRole('region', { name: 'Offen' })).toBeTruthy();
    expect(server.lettersTo(findCockpit).at(-1)?.input).toMatchObject({ customerId: other.id });
  });
});

describe('completing a follow-up in the list', () => {
  it('acts once for two presses, with the version that was shown, and can be taken back', async () => {
    const { user, server } = drawPane();
    let version = 1;
    server.answers(updateFollowUp, (input) => {
      version += 1;
      return buildFollowUp({ version, completedAt: input.completed ? '2026-09-03T11:58:00Z' : null });
    });

    await user.dblClick(await screen.findByRole('button', { name: 'Angebot Kita Süd nachfassen erledigen' }));
    await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));

    const letters = server.lettersTo(updateFollowUp);
    expect(letters.map((letter) => letter.headers.get('if-match'))).toEqual(['"1"', '"2"']);
    expect(letters.map((letter) => letter.input)).toMatchObject([{ completed: true }, { completed: false }]);
  });
});

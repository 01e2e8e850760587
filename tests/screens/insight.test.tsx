// @vitest-environment jsdom
// Hints, expected demand and monthly figures: each with its reason, each state drawn.
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { buildCustomerRevenue, buildInsights } from '#contract/examples-insight.ts';
import { customerRef } from '#contract/examples-people.ts';
import { getCustomerInsights, getCustomerRevenue } from '#contract/insight.ts';
import { InsightsSection } from '#screens/insight/insights-section.tsx';
import { PotentialTab } from '#screens/insight/potential-tab.tsx';
import { RevenueMonths } from '#screens/insight/revenue-months.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const customerId = customerRef.id;

describe('chances and demand', () => {
  test('say what to offer and why, and what is due', async () => {
    const server = createSignedInServer().answers(getCustomerInsights, buildInsights());

    drawScreen(server, <InsightsSection customerId={customerId} />);

    expect(await screen.findByText('7 von 9 vergleichbaren Kunden kaufen Arbeitsschutz')).toBeTruthy();
    const demand = within(screen.getByRole('list', { name: 'Erwarteter Bedarf' }));
    const [first, second] = demand.getAllByRole('listitem');
    expect(first?.textContent).toBe('TürtechnikEtwa alle 21 Tage, zuletzt am 12.08.Gesternseit gestern');
    expect(second?.textContent).toContain('Wartung der Feststellanlagen');
  });

  test('say where hints come from when there are none', async () => {
    const none = { crossSelling: [], upSelling: [], reorders: [], services: [] };
    const server = createSignedInServer().answers(getCustomerInsights, buildInsights(none));

    drawScreen(server, <InsightsSection customerId={customerId} />);

    expect(await screen.findByText(/^Keine Hinweise\. Sie entstehen aus den Aufträgen/)).toBeTruthy();
  });

  test('offer another try when they cannot be read', async () => {
    const server = createSignedInServer().answers(getCustomerInsights, { refuse: 'internal', status: 500 });
    const { user } = drawScreen(server, <InsightsSection customerId={customerId} />);
    const retry = await screen.findByRole('button', { name: 'Erneut versuchen' });

    server.answers(getCustomerInsights, buildInsights());
    await user.click(retry);

    expect(await screen.findByText('Arbeitsschutz anbieten')).toBeTruthy();
  });

  test('on the wide page tell whom the customer was compared with, and groups not bought yet', async () => {
    const server = createSignedInServer().answers(getCustomerInsights, buildInsights());

    drawScreen(server, <PotentialTab customerId={customerId} />);

    expect(
      await screen.findByText('Vergleichbar: Zielgruppe Verarbeiter, Klasse A, ähnlicher Umsatz.'),
    ).toBeTruthy();
    expect(screen.getByText('Noch nicht gekauft')).toBeTruthy();
    expect(
      screen.getByText('Noch keine Preise gehört. Im Besuchsbericht lassen sie sich festhalten.'),
    ).toBeTruthy();
  });
});

describe('revenue by month', () => {
  test('is asked for only when it is opened, with the margin', async () => {
    const server = createSignedInServer().answers(getCustomerRevenue, buildCustomerRevenue());
    const { user } = drawScreen(server, <RevenueMonths customerId={customerId} />);
    expect(server.lettersTo(getCustomerRevenue)).toHaveLength(0);

    await user.click(screen.getByRole('button', { name: 'Monate und Marge' }));

    const months = within(await screen.findByRole('table', { name: 'Umsatz je Monat in T€' }));
    expect(months.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'MonatUmsatzVorjahrMarge',
      'September 20262,612,00,7',
      'August 202612,814,33,2',
    ]);
  });

  test('tells those without the margin who sees it', async () => {
    const hidden = buildCustomerRevenue({ showsMargin: false });
    const server = createSignedInServer().answers(getCustomerRevenue, hidden);
    const { user } = drawScreen(server, <RevenueMonths customerId={customerId} />);

    await user.click(screen.getByRole('button', { name: 'Monate und Marge' }));

    expect(await screen.findByText('Die Marge sehen Betreuer und Vertriebsleitung.')).toBeTruthy();
    expect(screen.queryByRole('columnheader', { name: 'Marge' })).toBeNull();
  });
});

// @vitest-environment jsdom
// "Auswertung" of complaints: figures, causes, breakdown, and the complaints behind each of them.
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  getComplaintAnalysis,
  getComplaintAnalysisSettings,
  getComplaintBreakdown,
  listAnalysedComplaints,
  type BreakdownRow,
  type ComplaintFigures,
  type ParetoBar,
} from '#contract/complaint-analysis.ts';
import { exampleId } from '#contract/examples-people.ts';
import { AnalysisPage } from '#screens/complaint-analysis/analysis-page.tsx';
import { daysOf, filtersBehind, readView, writeView } from '#screens/complaint-analysis/view-state.ts';
import type { Language } from '#screens/messages/use-messages.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const figures: ComplaintFigures = {
  complaints: 37,
  orders: 3_012,
  per100Orders: 1.2,
  registration: { count: 37, medianMinutes: 5, p90Minutes: 12 },
  firstAnswer: { count: 36, medianMinutes: 135, p90Minutes: 600 },
  resolution: { count: 4, medianMinutes: null, p90Minutes: null },
  firstAnswerKept: { kept: 33, of: 36 },
  resolutionKept: { kept: 0, of: 0 },
  satisfaction: { answers: 9, average: 4.2 },
  repeats: 6,
  costCents: 210_000,
  withCost: 21,
};
const goods = exampleId(70);
const pareto: ParetoBar[] = [
  { causeId: goods, path: ['Ware', 'Dichtung undicht'], count: 15, sharePercent: 60, cumulatedPercent: 60 },
  { causeId: null, path: [], count: 10, sharePercent: 40, cumulatedPercent: 100 },
];
const none = { count: 0, medianMinutes: null, p90Minutes: null };
const doors: BreakdownRow = {
  key: exampleId(80),
  label: 'Türtechnik',
  complaints: 12,
  orders: 480,
  per100Orders: 2.5,
  firstAnswer: { count: 12, medianMinutes: 130, p90Minutes: 300 },
  resolution: none,
  resolutionKept: { kept: 9, of: 10 },
  repeats: 2,
  costCents: 50_000,
};
const settings = {
  version: 1,
  ranksOwners: false,
  productGroups: [{ id: doors.key, name: 'Türtechnik' }],
  locations: [],
  owners: [{ id: exampleId(1), name: 'Petra Lohmann' }],
};
type Drawing = { shown?: Partial<ComplaintFigures>; part?: string; language?: Language };

function drawAnalysis({ shown = {}, part = '', language = 'de' }: Drawing = {}) {
  const server = createSignedInServer()
    .answers(getComplaintAnalysis, {
      figures: { ...figures, ...shown },
      pareto,
      withoutCause: 12,
      pending: 0,
    })
    .answers(getComplaintBreakdown, {
      rows: [doors, { ...doors, key: 'none', label: '', per100Orders: null }],
    })
    .answers(getComplaintAnalysisSettings, settings);
  const onOpenComplaint = vi.fn();
  return {
    ...drawScreen(server, <Addressed part={part} onOpenComplaint={onOpenComplaint} />, { language }),
    server,
    onOpenComplaint,
  };
}

/** The part of the address lives in the tab. */
function Addressed({ part, onOpenComplaint }: { part: string; onOpenComplaint: (id: string) => void }) {
  const [now, setNow] = useState(part);
  return (
    <>
      <output aria-label="Adresse">{now}</output>
      <AnalysisPage part={now} onPart={setNow} onBack={() => setNow('')} onOpenComplaint={onOpenComplaint} />
    </>
  );
}

const tile = (name: RegExp) => screen.findByRole('button', { name });

describe('the analysis of complaints', () => {
  it('says each figure with what it is made of, and no median of a handful', async () => {
    drawAnalysis();

    expect((await tile(/^Reklamationen/)).textContent).toBe(
      'Reklamationen371,2 je 100 Aufträge (3.012 Aufträge)',
    );
    expect((await tile(/^Erstantwort, Median/)).textContent).toBe(
      'Erstantwort, Median2\u00a0Std.90 % bis 10\u00a0Std., 36 Werte',
    );
    expect((await tile(/^Lösung\s*–/)).textContent).toBe('Lösung–Zu wenige Werte (4, ab 5)');
    expect((await tile(/^Erstantwort in der Frist/)).textContent).toBe(
      'Erstantwort in der Frist92\u00a0%33 von 36, 3 versäumt',
    );
    expect((await tile(/^Zufriedenheit/)).textContent).toBe('Zufriedenheit4,2 von 59 Antworten');
    expect((await tile(/^Lösung in der Frist/)).textContent).toContain('–Noch keine');
    expect((await tile(/^Kosten/)).textContent).toBe('Kosten2.100\u00a0€21 mit Kosten, im Mittel 100\u00a0€');
  });

  it('the chart says in words what it draws, and the table beside it the same', async () => {
    drawAnalysis();

    const chart = await screen.findByRole('img', { name: /Ursachen nach Häufigkeit/ });
    expect(chart.getAttribute('aria-label')).toContain(
      'Dichtung undicht 15, bis hier 60\u00a0%; Übrige 10, bis hier 100\u00a0%',
    );
    const table = screen.getByRole('table', { name: 'Ursachen' });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows).toEqual([
      'Nr.UrsacheAnzahlAnteilSumme',
      '1Dichtung undichtWare1560\u00a0%60\u00a0%',
      '2Übrige1040\u00a0%100\u00a0%',
    ]);
  });

  it('a figure leads to the complaints behind it, in the address, and from there to one of them', async () => {
    const { user, server, onOpenComplaint } = drawAnalysis();
    const one = {
      id: exampleId(40),
      number: 'RK-26-0101',
      title: 'Türschließer undicht',
      customerName: 'Hollerbach Metallbau GmbH',
      receivedAt: '2026-03-02T09:00:00Z',
      state: 'closed' as const,
      cause: ['Ware', 'Dichtung undicht'],
      registrationMinutes: 5,
      firstAnswerMinutes: 30,
      resolutionMinutes: null,
      costCents: 0,
      isRepeat: true,
    };
    server.answers(listAnalysedComplaints, { items: [one], nextCursor: null });

    await user.click(await screen.findByRole('button', { name: 'Dichtung undicht' }));
    await user.click(await screen.findByRole('button', { name: /Türschließer undicht/ }));

    expect(server.lettersTo(listAnalysedComplaints)[0]?.input).toMatchObject({
      causeId: goods,
      which: 'all',
    });
    expect(screen.getByLabelText('Adresse').textContent).toBe(`show=all&cause=${goods}`);
    expect(onOpenComplaint).toHaveBeenCalledExactlyOnceWith(one.id);
  });

  it('a row of the breakdown narrows the complaints behind it', async () => {
    const { user, server } = drawAnalysis();
    server.answers(listAnalysedComplaints, { items: [], nextCursor: null });

    await user.click(await screen.findByRole('button', { name: 'Türtechnik' }));

    expect(await screen.findByText('Keine Reklamation steht dahinter.')).toBeTruthy();
    expect(server.lettersTo(listAnalysedComplaints)[0]?.input).toMatchObject({ productGroupId: doors.key });
  });

  it('a period and a filter ask anew; single persons are not offered', async () => {
    const { user, server } = drawAnalysis();
    await tile(/^Reklamationen/);
    await user.click(screen.getByRole('radio', { name: 'Dieses Jahr' }));
    await user.click(screen.getByRole('combobox', { name: 'Kundenklasse' }));
    await user.click(screen.getByRole('option', { name: 'Klasse A' }));

    await waitFor(() =>
      expect(server.lettersTo(getComplaintAnalysis).at(-1)?.input).toMatchObject({
        from: '2026-01-01',
        to: '2026-09-03',
        letter: 'A',
      }),
    );
    expect(screen.getByRole('radiogroup', { name: 'Aufschlüsseln nach' }).textContent).not.toContain(
      'Zuständig',
    );
  });

  it('an empty period, a wrong one and a failed one say so', async () => {
    drawAnalysis({ shown: { complaints: 0 } });
    expect(await screen.findByText('Keine Reklamation in diesem Zeitraum')).toBeTruthy();
  });

  it('an own period that ends before it begins asks nothing', async () => {
    const { server } = drawAnalysis({ part: 'period=own&from=2026-09-01&to=2026-08-01' });

    expect(await screen.findByText(/Das Ende liegt vor dem Anfang/)).toBeTruthy();
    expect(server.lettersTo(getComplaintAnalysis)).toHaveLength(0);
  });

  it('a failure can be repeated', async () => {
    const { server } = drawAnalysis({ language: 'en' });
    server.answers(getComplaintAnalysis, { refuse: 'internal', status: 500 });

    expect(await screen.findByRole('heading', { name: 'Analysis of complaints' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('the address of what is shown', () => {
  it.each([
    '',
    'period=year&letter=none&by=class',
    `period=own&from=2026-01-01&to=2026-02-01&group=${goods}&causes=exact`,
    `show=repeat&key=${goods}&cause=none`,
  ])('is read and written the same: %s', (part) => {
    expect(writeView(readView(part))).toBe(part);
  });

  it('leaves out what it does not know', () => {
    expect(writeView(readView('period=ever&letter=Q&group=x&by=all&show=money&from=heute'))).toBe('');
  });

  it.each([
    ['quarter', '2026-09-03', '2026-06-06'],
    ['twelve', '2026-09-03', '2025-09-04'],
    ['twelve', '2028-02-29', '2027-03-01'],
    ['year', '2026-09-03', '2026-01-01'],
  ] as const)('%s on %s begins on %s', (period, today, from) => {
    expect(daysOf({ ...readView(''), period }, today)).toEqual({ from, to: today });
  });

  it.each([
    ['class', 'B', { letter: 'B' }],
    ['location', 'none', { locationId: 'none' }],
    ['owner', goods, { ownerId: goods }],
  ] as const)('a row by %s narrows to %s', (by, key, expected) => {
    expect(filtersBehind({ ...readView(''), by, behind: { which: 'all', key } })).toEqual(expected);
  });
});

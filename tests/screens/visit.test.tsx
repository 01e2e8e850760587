// @vitest-environment jsdom
// Visits on screen: why somebody is due, what is sent when planning and reporting, what survives an error.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { listContacts } from '#contract/customer.ts';
import { buildMe } from '#contract/examples-people.ts';
import { getMe } from '#contract/user.ts';
import type { Endpoint, Reply } from '#contract/endpoint.ts';
import type { DueVisit, Visit } from '#contract/visit.ts';
import { listDueVisits, planVisit, proposeVisitSlots } from '#contract/visit.ts';
import { getVisitReport, reportVisit } from '#contract/visit-report.ts';
import { createFormat } from '#screens/format.ts';
import { visit as words } from '#screens/messages/de/visit.ts';
import { DueList } from '#screens/visit/due-list.tsx';
import { PlanVisit } from '#screens/visit/plan-visit.tsx';
import { dueReason } from '#screens/visit/reason.ts';
import { centsOf, emptyReport, reportProblems } from '#screens/visit/report-fields.ts';
import { ReportScreen } from '#screens/visit/report-screen.tsx';
import type { FakeServer } from '#tests/support/fake-server.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const customer = {
  id: '0198f0a0-0000-7000-8000-000000000001',
  number: '20417',
  name: 'Hollerbach Metallbau GmbH',
};
const anna = { id: '0198f0a0-0000-7000-8000-0000000000a1', name: 'Anna Brandl' };
const visitId = '0198f0a0-0000-7000-8000-0000000000b1';
const sabine = { id: '0198f0a0-0000-7000-8000-0000000000c1', name: 'Sabine Tietz' };

function buildDue(of: Partial<DueVisit> = {}): DueVisit {
  return {
    customer,
    rating: null,
    postcode: '71229',
    city: 'Leonberg',
    owner: anna,
    territory: null,
    state: 'overdue',
    visitsPerYear: 6,
    intervalDays: 56,
    lastVisitOn: '2026-06-18',
    agreedOn: null,
    dueOn: '2026-08-13',
    ...of,
  };
}

function buildVisit(of: Partial<Visit> = {}): Visit {
  return {
    id: visitId,
    version: 1,
    kind: 'visit',
    state: 'planned',
    customer,
    rating: null,
    postcode: '71229',
    city: 'Leonberg',
    street: null,
    phone: null,
    user: anna,
    startsAt: '2026-09-04T07:00:00.000Z',
    endsAt: '2026-09-04T08:00:00.000Z',
    subject: '',
    place: null,
    note: null,
    people: [sabine],
    cancelReason: null,
    calendar: { state: 'in_calendar', problem: null, nextAttemptAt: null, link: null },
    warnings: [],
    canChange: true,
    ...of,
  };
}

function buildForm(of: Partial<Reply<typeof getVisitReport>> = {}): Reply<typeof getVisitReport> {
  return {
    visit: buildVisit(),
    report: null,
    previous: null,
    contacts: [sabine],
    productGroups: [],
    questions: [],
    ...of,
  };
}

function inputsTo(server: FakeServer, endpoint: Endpoint): unknown[] {
  return server.lettersTo(endpoint).map((letter) => letter.input);
}

describe('why a customer is due', () => {
  const format = createFormat('de', '2026-09-03T11:58:00Z');
  test.each([
    [{}, ': alle 8 Wochen, zuletzt vor 11 Wochen'],
    [{ intervalDays: 7, lastVisitOn: '2026-08-24' }, ': jede Woche, zuletzt vor 10 Tagen'],
    [{ intervalDays: 7, lastVisitOn: '2026-09-02' }, ': jede Woche, zuletzt gestern'],
    [{ intervalDays: 10, lastVisitOn: null }, ': alle 10 Tage, noch nie besucht'],
    [{ agreedOn: '2026-09-01' }, ': vereinbart für 01.09., zuletzt vor 11 Wochen'],
  ])('%o', (of, reason) => {
    expect(dueReason(buildDue(of), words.due, format)).toBe(reason);
  });
});

describe('amounts as they are typed', () => {
  test.each([
    ['41,90', 4_190],
    ['41.90', 4_190],
    ['1.250', 125_000],
    ['1.250,5', 125_050],
    ['389 €', 38_900],
    ['viel', null],
    ['-3', null],
    ['1,234', null],
    ['99999999999', null],
  ])('%s', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  test('a follow-up without a day, a price without an amount, a complaint without a title are named', () => {
    const fields = {
      ...emptyReport([]),
      potential: 'viel',
      prices: [{ key: 'p', text: '', competitor: '', price: 'x', unit: '' }],
      followUps: [{ key: 'f', title: ' ', dueOn: null }],
      hasComplaint: true,
    };
    expect(Object.keys(reportProblems(fields, words.report, 'Bitte ausfüllen.')).sort()).toEqual([
      'complaintTitle',
      'due f',
      'potential',
      'price p',
      'text p',
      'title f',
    ]);
  });
});

test('the due list says who, why and how late, and asks the server for what is chosen', async () => {
  const page = {
    items: [buildDue()],
    nextCursor: null,
    counts: { overdue: 1, due: 0, upcoming: 2 },
    territories: [],
    asOf: '2026-09-03T11:58:00Z',
  };
  const server = createSignedInServer().answers(listDueVisits, page);
  const onPlan = vi.fn();
  const { user } = drawScreen(server, <DueList onPlan={onPlan} />);

  expect(await screen.findByText('1 überfällig, 0 fällig, 2 demnächst')).toBeTruthy();
  const list = screen.getByRole('list', { name: 'Fällige Besuche' });
  await user.click(within(list).getByRole('button', { name: /Hollerbach Metallbau GmbH/ }));
  expect(onPlan).toHaveBeenCalledWith(page.items[0]);
  await user.type(screen.getByRole('textbox', { name: 'PLZ beginnt mit' }), 'a71');
  await waitFor(() =>
    expect(inputsTo(server, listDueVisits)).toContainEqual({ mine: true, postcode: '71', limit: 25 }),
  );
});

test('a manager begins with everybody’s, and pages go on as long as there is more', async () => {
  const other = { ...customer, id: '0198f0a0-0000-7000-8000-000000000002', name: 'Zimmerei Aichele' };
  const page = {
    items: [buildDue()],
    nextCursor: 'next',
    counts: { overdue: 2, due: 0, upcoming: 0 },
    territories: [],
    asOf: '2026-09-03T11:58:00Z',
  };
  const server = createSignedInServer()
    .answers(getMe, buildMe({ role: 'manager' }))
    .answers(listDueVisits, page);
  const { user } = drawScreen(server, <DueList onPlan={vi.fn()} />);

  const more = await screen.findByRole('button', { name: 'Weitere zeigen' });
  expect(screen.getByRole('radio', { name: 'Alle' }).getAttribute('aria-checked')).toBe('true');
  expect(inputsTo(server, listDueVisits)).toEqual([{ limit: 25 }]);
  server.answers(listDueVisits, { ...page, items: [buildDue({ customer: other })], nextCursor: null });
  await user.click(more);

  expect(await screen.findByRole('button', { name: /Zimmerei Aichele/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Hollerbach Metallbau GmbH/ })).toBeTruthy();
  expect(inputsTo(server, listDueVisits)).toContainEqual({ limit: 25, cursor: 'next' });
  expect(screen.queryByRole('button', { name: 'Weitere zeigen' })).toBeNull();
});

test('planning at a free time sends exactly that time and the people ticked', async () => {
  const slots = {
    calendar: 'read' as const,
    planned: [],
    slots: [
      { startsAt: '2026-09-08T07:00:00.000Z', endsAt: '2026-09-08T08:00:00.000Z', near: null },
      {
        startsAt: '2026-09-09T07:00:00.000Z',
        endsAt: '2026-09-09T08:00:00.000Z',
        near: { name: 'Wernigk', postcode: '71229' },
      },
    ],
  };
  const server = createSignedInServer()
    .answers(proposeVisitSlots, slots)
    .answers(listContacts, { items: [], nextCursor: null })
    .answers(planVisit, buildVisit());
  const onDone = vi.fn();
  const { user } = drawScreen(
    server,
    <PlanVisit customer={customer} visit={null} from={null} onClose={vi.fn()} onDone={onDone} />,
  );

  await user.click(await screen.findByRole('radio', { name: /Mi.*09\.09\..*09:00.*nahe Wernigk/ }));
  await user.click(screen.getByRole('button', { name: 'Planen' }));

  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(inputsTo(server, planVisit)).toMatchObject([
    {
      startsAt: '2026-09-09T07:00:00.000Z',
      durationMinutes: 60,
      kind: 'visit',
      note: '',
      contactIds: [],
      customerId: customer.id,
    },
  ]);
});

test('a report brings its follow-up; what was typed stays when the server fails', async () => {
  const server = createSignedInServer()
    .answers(getVisitReport, buildForm())
    .answers(reportVisit, { refuse: 'unavailable', status: 503 });
  const { user } = drawScreen(server, <ReportScreen visitId={visitId} />);

  await user.type(await screen.findByRole('textbox', { name: 'Was war?' }), 'Neue Halle');
  await user.click(screen.getByRole('button', { name: 'Wiedervorlage hinzufügen' }));
  await user.type(screen.getByRole('textbox', { name: /Was ist zu tun/ }), 'Muster senden');
  await user.click(screen.getByRole('button', { name: 'Bericht speichern' }));
  expect(await screen.findByText('Bitte wählen Sie einen Tag.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /Morgen/ }));
  await user.click(screen.getByRole('button', { name: 'Bericht speichern' }));

  expect(await screen.findByText('Bericht nicht gespeichert')).toBeTruthy();
  expect(screen.getByDisplayValue('Neue Halle')).toBeTruthy();
  expect(inputsTo(server, reportVisit)[0]).toMatchObject({
    result: 'good_talk',
    summary: 'Neue Halle',
    contactIds: [sabine.id],
    followUps: [{ title: 'Muster senden', dueOn: '2026-09-04' }],
    complaint: null,
  });
});

test('somebody else’s visit cannot be reported', async () => {
  const form = buildForm({ visit: buildVisit({ canChange: false }) });
  drawScreen(createSignedInServer().answers(getVisitReport, form), <ReportScreen visitId={visitId} />);

  expect(await screen.findByText('Diesen Besuch berichtet, wer dort war.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Bericht speichern' })).toBeNull();
});

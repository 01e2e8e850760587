// @vitest-environment jsdom
// What is done about a complaint: measures with their costs, goodwill with a second person, notes, who and when next.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  addComplaintNote,
  addMeasure,
  decideMeasure,
  listMeasures,
  type ComplaintMeasure,
} from '#contract/complaint-measure.ts';
import { updateComplaint, type Complaint } from '#contract/complaint.ts';
import { exampleId, jonas, petra } from '#contract/examples-people.ts';
import { buildComplaint } from '#contract/examples-work.ts';
import { MeasuresSection } from '#screens/complaint/measures-section.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { useRights } from '#screens/use-me.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const asked: ComplaintMeasure = {
  id: exampleId(60),
  kind: 'goodwill',
  text: 'Für den Ausfall',
  costCents: 48_000,
  state: 'requested',
  askedBy: jonas,
  askedAt: '2026-09-03T11:30:00Z',
  decider: petra,
  decision: null,
  moves: [],
};

type Drawing = { items?: ComplaintMeasure[]; complaint?: Partial<Complaint>; language?: Language };

function drawMeasures({ items = [], complaint = {}, language = 'de' }: Drawing = {}) {
  const costCents = items
    .filter(({ state }) => state === 'agreed')
    .reduce((sum, one) => sum + one.costCents, 0);
  const canAdd = complaint.state !== 'closed';
  const server = createSignedInServer().answers(listMeasures, {
    items,
    costCents,
    goodwillLeftCents: 25_000,
    canAdd,
  });
  const shown = buildComplaint(complaint);
  return { ...drawScreen(server, <Signed complaint={shown} />, { language }), server };
}

/** Whoever reads has signed in, and "today" is the server's. */
function Signed({ complaint }: { complaint: Complaint }) {
  return useRights().may('complaint.handle') && <MeasuresSection complaint={complaint} />;
}

describe('measures', () => {
  it('none yet: says so, and adds one in cents', async () => {
    const { user, server } = drawMeasures();
    server.answers(addMeasure, { ...asked, state: 'agreed' });
    expect(await screen.findByText('Noch keine Maßnahme.')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Maßnahme hinzufügen' }));
    await user.type(screen.getByRole('textbox', { name: 'Kosten in €' }), '120,50');
    await user.click(screen.getByRole('button', { name: 'Hinzufügen' }));

    await waitFor(() => expect(server.lettersTo(addMeasure)).toHaveLength(1));
    expect(server.lettersTo(addMeasure)[0]?.input).toMatchObject({ kind: 'replacement', costCents: 12_050 });
  });

  it('says what goodwill waits for, and offers no decision to who asked', async () => {
    drawMeasures({ items: [asked] });

    expect(await screen.findByText(/beantragt von Jonas Weidner, wartet auf Petra Lohmann/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Genehmigen' })).toBeNull();
  });

  it('is refused only with a reason', async () => {
    const { user, server } = drawMeasures({ items: [{ ...asked, moves: ['approve', 'refuse'] }] });
    server.answers(decideMeasure, { ...asked, state: 'refused' });

    await user.click(await screen.findByRole('button', { name: 'Ablehnen' }));
    const form = within(screen.getByRole('form', { name: 'Ablehnen' }));
    await user.click(form.getByRole('button', { name: 'Ablehnen' }));
    const sentWithout = server.lettersTo(decideMeasure).length;
    await user.type(form.getByRole('textbox', { name: 'Warum nicht?' }), 'Garantiefall');
    await user.click(form.getByRole('button', { name: 'Ablehnen' }));

    await waitFor(() => expect(server.lettersTo(decideMeasure)).toHaveLength(1));
    expect(sentWithout).toBe(0);
    expect(server.lettersTo(decideMeasure)[0]?.input).toMatchObject({ move: 'refuse', text: 'Garantiefall' });
  });

  it('adds up what was agreed, and a closed complaint takes only notes', async () => {
    const { user, server } = drawMeasures({
      items: [{ ...asked, kind: 'credit', state: 'agreed', decider: null }],
      complaint: { state: 'closed' },
    });
    server.answers(addComplaintNote, { added: true });

    expect(await screen.findByText(/Kosten 480/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Maßnahme hinzufügen' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Interne Notiz' }));
    await user.type(screen.getByRole('textbox', { name: 'Notiz, nur im Haus sichtbar' }), 'Ruft zurück');
    await user.click(within(screen.getByRole('form')).getByRole('button', { name: 'Interne Notiz' }));

    await waitFor(() =>
      expect(server.lettersTo(addComplaintNote)[0]?.input).toMatchObject({ text: 'Ruft zurück' }),
    );
  });

  it('whose owner is gone is given to somebody with a day, in the version that was read', async () => {
    const { user, server } = drawMeasures({ complaint: { version: 7, ownerIsGone: true, nextOn: null } });
    server.answers(updateComplaint, buildComplaint());

    await user.click(await screen.findByRole('button', { name: 'Zuständigkeit und Termin' }));
    await user.click(screen.getByRole('radio', { name: /Nächste Woche/ }));
    await user.click(screen.getByRole('button', { name: 'Übernehmen' }));
    const sentWithout = server.lettersTo(updateComplaint).length;
    await user.click(screen.getByRole('combobox', { name: /Zuständig/ }));
    await user.click(await screen.findByRole('option', { name: /Jonas Weidner/ }));
    await user.click(screen.getByRole('button', { name: 'Übernehmen' }));

    await waitFor(() => expect(server.lettersTo(updateComplaint)).toHaveLength(1));
    expect(sentWithout).toBe(0);
    expect(server.lettersTo(updateComplaint)[0]?.headers.get('if-match')).toBe('"7"');
    expect(server.lettersTo(updateComplaint)[0]?.input).toMatchObject({
      ownerId: jonas.id,
      nextOn: '2026-09-10',
    });
  });

  it('speaks English', async () => {
    drawMeasures({ items: [asked], language: 'en' });

    expect(await screen.findByText(/Jonas Weidner/)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Maßnahme|Kulanz|beantragt/);
  });
});

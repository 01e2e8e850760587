// @vitest-environment jsdom
// The cause of a complaint and what makes it a repeat; the tree of causes in the settings.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  getComplaintAnalysisSettings,
  updateComplaintAnalysisSettings,
} from '#contract/complaint-analysis.ts';
import {
  createComplaintCause,
  getCauseOfComplaint,
  listComplaintCauses,
  setCauseOfComplaint,
  updateComplaintCause,
  type CauseOfComplaint,
  type ComplaintCause,
} from '#contract/complaint-cause.ts';
import { exampleId } from '#contract/examples-people.ts';
import { buildComplaint } from '#contract/examples-work.ts';
import { CauseSection } from '#screens/complaint/cause-section.tsx';
import { CausesSection } from '#screens/settings/causes-section.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { useRights } from '#screens/use-me.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

function cause(id: number, name: string, change: Partial<ComplaintCause> = {}): ComplaintCause {
  const place = { parentId: null, level: 1, position: 0 };
  const rest = { isRetired: false, isRetiredItself: false, uses: 0, version: 1 };
  return { id: exampleId(id), name, ...place, ...rest, ...change };
}
const goods = cause(70, 'Ware', { version: 3 });
const seal = cause(71, 'Dichtung undicht', { parentId: goods.id, level: 2, uses: 4 });
const old = cause(72, 'Altbestand', { position: 1, isRetired: true, isRetiredItself: true });
const items = [goods, seal, old];

/** Whoever reads has signed in, and "today" is the server's. */
function Signed({ onOpen }: { onOpen: (id: string) => void }) {
  return (
    useRights().may('complaint.handle') && (
      <CauseSection complaint={buildComplaint()} onOpenComplaint={onOpen} />
    )
  );
}

function drawCause(reply: Partial<CauseOfComplaint> = {}, language: Language = 'de') {
  const whole = { version: 4, cause: null, former: [], ...reply };
  const server = createSignedInServer()
    .answers(getCauseOfComplaint, whole)
    .answers(listComplaintCauses, { items });
  const onOpen = vi.fn();
  return { ...drawScreen(server, <Signed onOpen={onOpen} />, { language }), server, onOpen };
}

describe('the cause of a complaint', () => {
  it('is chosen from the tree, without what is retired, over the version one has seen', async () => {
    const { user, server } = drawCause();
    const path = ['Ware', 'Dichtung undicht'];
    server.answers(setCauseOfComplaint, {
      version: 5,
      former: [],
      cause: { id: seal.id, path, isRetired: false },
    });
    expect(await screen.findByText('Noch keine Ursache angegeben.')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Ursache angeben' }));
    await user.click(await screen.findByRole('combobox', { name: 'Ursache der Reklamation' }));
    const offered = screen.getAllByRole('option').map((option) => option.textContent);
    await user.click(screen.getByRole('option', { name: 'Dichtung undicht' }));
    await user.click(screen.getByRole('button', { name: 'Speichern' }));

    await waitFor(() => expect(server.lettersTo(setCauseOfComplaint)).toHaveLength(1));
    const [letter] = server.lettersTo(setCauseOfComplaint);
    expect(letter?.input).toMatchObject({ causeId: seal.id });
    expect(letter?.headers.get('if-match')).toBe('"4"');
    expect(offered).toEqual(['Keine Ursache', 'Ware', 'Dichtung undicht']);
  });

  it('a repeat says so, why, and leads to the former ones', async () => {
    const former = {
      id: exampleId(41),
      number: 'RK-26-0101',
      title: 'Türschließer undicht',
      state: 'closed' as const,
      receivedAt: '2026-03-02T09:00:00Z',
      because: ['order' as const, 'cause' as const],
    };
    const { user, onOpen } = drawCause({ former: [former] });

    expect(await screen.findByText('Wiederholung')).toBeTruthy();
    const list = screen.getByRole('list', { name: 'Frühere Reklamationen' });
    expect(list.textContent).toContain('derselbe Auftrag, dieselbe Ursache');
    await user.click(within(list).getByRole('button', { name: /RK-26-0101/ }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(former.id);
  });

  it('a retired cause stays readable, and a change meanwhile is told', async () => {
    const { user, server } = drawCause(
      { cause: { id: old.id, path: ['Altbestand'], isRetired: true } },
      'en',
    );
    server.answers(setCauseOfComplaint, { refuse: 'stale_version', status: 412 });
    expect(await screen.findByText('Altbestand (retired)')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Change cause' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText(/Somebody has changed the complaint meanwhile/)).toBeTruthy();
  });

  it('a failed look says so and can be repeated', async () => {
    const server = createSignedInServer().answers(getCauseOfComplaint, { refuse: 'internal', status: 500 });
    drawScreen(server, <Signed onOpen={vi.fn()} />);

    expect(await screen.findByRole('button', { name: 'Erneut versuchen' })).toBeTruthy();
  });
});

function drawTree(shown: ComplaintCause[] = items) {
  const settings = { version: 2, ranksOwners: false, productGroups: [], locations: [], owners: [] };
  const server = createSignedInServer()
    .answers(listComplaintCauses, { items: shown })
    .answers(getComplaintAnalysisSettings, settings);
  return { ...drawScreen(server, <CausesSection />), server };
}

describe('the tree of causes in the settings', () => {
  it('says how often a cause was given, what is retired, and offers to delete only what was never used', async () => {
    const { user } = drawTree();
    const list = await screen.findByRole('list', { name: 'Ursachen' });

    expect(within(list).getByText('4 Reklamationen')).toBeTruthy();
    expect(within(list).getByText('stillgelegt')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Aktionen zu „Dichtung undicht“' }));
    expect(screen.queryByRole('menuitem', { name: 'Löschen' })).toBeNull();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Aktionen zu „Altbestand“' }));
    expect(screen.getByRole('menuitem', { name: 'Löschen' })).toBeTruthy();
  });

  it('a new cause is added below another', async () => {
    const { user, server } = drawTree();
    server.answers(createComplaintCause, cause(73, 'Feder gebrochen', { parentId: seal.id, level: 3 }));

    await user.click(await screen.findByRole('button', { name: 'Aktionen zu „Dichtung undicht“' }));
    await user.click(screen.getByRole('menuitem', { name: 'Ursache darunter anlegen' }));
    await user.type(screen.getByLabelText('Neue Ursache unter „Dichtung undicht“'), 'Feder gebrochen{Enter}');

    await waitFor(() => expect(server.lettersTo(createComplaintCause)).toHaveLength(1));
    expect(server.lettersTo(createComplaintCause)[0]?.input).toEqual({
      name: 'Feder gebrochen',
      parentId: seal.id,
    });
  });

  it('a cause is moved only to where it fits, and retired with its version', async () => {
    const { user, server } = drawTree([goods, seal, cause(74, 'Transport', { position: 1 })]);
    server.answers(updateComplaintCause, { ...goods, version: 4 });

    await user.click(await screen.findByRole('button', { name: 'Aktionen zu „Ware“' }));
    await user.click(screen.getByRole('menuitem', { name: 'Verschieben' }));
    await user.click(screen.getByRole('combobox', { name: '„Ware“ verschieben unter' }));
    const places = screen.getAllByRole('option').map((option) => option.textContent);
    await user.click(screen.getByRole('option', { name: 'Transport' }));
    await user.click(screen.getByRole('button', { name: 'Speichern' }));
    await waitFor(() => expect(server.lettersTo(updateComplaintCause)).toHaveLength(1));

    await user.click(screen.getByRole('button', { name: 'Aktionen zu „Ware“' }));
    await user.click(screen.getByRole('menuitem', { name: 'Stilllegen' }));
    await waitFor(() => expect(server.lettersTo(updateComplaintCause)).toHaveLength(2));

    expect(places).toEqual(['Erste Ebene', 'Transport']);
    const [moved, retired] = server.lettersTo(updateComplaintCause);
    expect(moved?.input).toMatchObject({ id: goods.id, parentId: exampleId(74) });
    expect(retired?.input).toMatchObject({ id: goods.id, isRetired: true });
    expect(retired?.headers.get('if-match')).toBe('"3"');
  });

  it('figures of single persons are turned on here, over the version one has seen', async () => {
    const { user, server } = drawTree();
    const on = { version: 3, ranksOwners: true, productGroups: [], locations: [], owners: [] };
    server.answers(updateComplaintAnalysisSettings, on);

    const box = await screen.findByRole('checkbox', { name: 'Reklamationen nach Zuständigen auswerten' });
    await user.click(box);

    await waitFor(() => expect(server.lettersTo(updateComplaintAnalysisSettings)).toHaveLength(1));
    const [letter] = server.lettersTo(updateComplaintAnalysisSettings);
    expect(letter?.input).toEqual({ ranksOwners: true });
    expect(letter?.headers.get('if-match')).toBe('"2"');
  });

  it('an empty tree says how to begin', async () => {
    drawTree([]);

    expect(await screen.findByText(/Beginnen Sie mit den großen Bereichen/)).toBeTruthy();
  });
});

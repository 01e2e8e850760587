// @vitest-environment jsdom
// The search box: results while typing, by keyboard alone, and what it says when there are none.
import { screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { customerRef } from '#contract/examples-people.ts';
import { search, type SearchHit } from '#contract/search.ts';
import { RecordSearch } from '#screens/search/record-search.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildHits } from './wide-samples.ts';

/** As the server groups them, with `more` contacts than it sent. */
function buildReply(items: SearchHit[], more = 0) {
  const kinds = [...new Set(items.map((hit) => hit.kind))];
  const countOf = (kind: SearchHit['kind']) => items.filter((hit) => hit.kind === kind).length;
  const groups = kinds.map((kind) => ({
    kind,
    count: countOf(kind) + (kind === 'contact' ? more : 0),
    isMore: false,
  }));
  return { items, groups, nextCursor: null };
}

function drawSearch(items = buildHits()) {
  const onChoose = vi.fn();
  const server = createSignedInServer().answers(search, buildReply(items));
  const drawn = drawScreen(server, <RecordSearch onChoose={onChoose} />);
  const box = screen.getByRole('combobox', { name: 'Kunde, Person, Nummer oder Text suchen' });
  return { ...drawn, server, onChoose, box };
}

describe('searching while typing', () => {
  test('groups the hits, customers first, and says how many there are', async () => {
    const { user, box } = drawSearch();

    await user.type(box, 'hollerbach');

    const groups = await screen.findAllByRole('group');
    expect(groups.map((group) => group.firstElementChild?.textContent)).toEqual([
      'Kunden 1',
      'Ansprechpartner 1',
      'Reklamationen 1',
    ]);
    expect(screen.getByRole('status').textContent).toBe('3 Treffer');
  });

  test('asks once for words typed in one go', async () => {
    const { user, box, server } = drawSearch();

    await user.type(box, 'hollerbach');
    await screen.findAllByRole('option');

    expect(server.lettersTo(search).map((letter) => letter.input)).toEqual([{ q: 'hollerbach', limit: 5 }]);
  });

  test('arrows move through all groups, Enter opens', async () => {
    const { user, box, onChoose } = drawSearch();

    await user.type(box, 'holl');
    const options = await screen.findAllByRole('option');
    expect(options[0]?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{ArrowDown}');
    expect(box.getAttribute('aria-activedescendant')).toBe(options[1]?.id);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(box.getAttribute('aria-activedescendant')).toBe(options[2]?.id);
    await user.keyboard('{ArrowDown}{Enter}');

    expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ kind: 'customer', id: customerRef.id }));
  });

  test('sets off what was found, with the passage of a text', async () => {
    const [person] = buildHits();
    if (person === undefined) throw new Error('no sample hit');
    const report: SearchHit = {
      ...person,
      kind: 'activity',
      title: 'Rückfrage Türschließer',
      titleMarks: [[10, 22]],
      passage: { text: 'die Türschließer verlieren Öl', marks: [[4, 16]] },
      at: '2026-09-01T10:00:00Z',
      isArchived: true,
    };
    const { user, box } = drawSearch([report]);

    await user.type(box, 'türschliesser');
    const option = await screen.findByRole('option');

    expect([...option.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Türschließer',
      'Türschließer',
    ]);
    expect(option.textContent).toContain('verlieren Öl');
    expect(option.textContent).toContain('01.09.2026');
    expect(option.textContent).toContain('archiviert');
  });

  test('shows more of one kind and comes back, by keyboard alone', async () => {
    const { user, box, server } = drawSearch();
    server.answers(search, buildReply(buildHits(), 8));

    await user.type(box, 'holl');
    await screen.findByRole('option', { name: 'Alle 9 anzeigen' });
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await screen.findByRole('option', { name: 'Zurück zu allen Treffern' });

    expect(server.lettersTo(search).at(-1)?.input).toEqual({ q: 'holl', kind: 'contact', limit: 20 });
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('option', { name: 'Alle 9 anzeigen' })).toBeTruthy();
    expect(box).toHaveProperty('value', 'holl');
  });

  test('Escape clears the box', async () => {
    const { user, box } = drawSearch();

    await user.type(box, 'holl');
    await screen.findAllByRole('option');
    await user.keyboard('{Escape}');

    expect(screen.queryByRole('option')).toBeNull();
    expect(box).toHaveProperty('value', '');
  });

  test('nothing found says what to try next', async () => {
    const { user, box } = drawSearch([]);

    await user.type(box, 'zzz');

    expect((await screen.findAllByText('Keine Treffer für „zzz“')).length).toBeGreaterThan(0);
    expect(screen.getByText(/Prüfen Sie die Schreibweise/)).toBeTruthy();
  });

  test('a server that is away is explained, with a reference', async () => {
    const { user, box, server } = drawSearch();
    server.answers(search, { refuse: 'unavailable', status: 503 });

    await user.type(box, 'holl');

    expect(await screen.findByText('Nicht gesucht')).toBeTruthy();
    expect(screen.getByText(/Referenz [0-9A-F-]+/)).toBeTruthy();
  });

  test('one letter asks nothing', async () => {
    const { user, box, server } = drawSearch();

    await user.type(box, 'h');

    expect(server.lettersTo(search)).toEqual([]);
  });
});

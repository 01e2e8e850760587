// @vitest-environment jsdom
// The search box: results while typing, by keyboard alone, and what it says when there are none.
import { screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { customerRef } from '#contract/examples-people.ts';
import { search } from '#contract/search.ts';
import { RecordSearch } from '#screens/search/record-search.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildHits } from './wide-samples.ts';

function drawSearch(items = buildHits()) {
  const onChoose = vi.fn();
  const server = createSignedInServer().answers(search, { items });
  const drawn = drawScreen(server, <RecordSearch onChoose={onChoose} />);
  const box = screen.getByRole('combobox', { name: 'Kunde, Person oder Nummer suchen' });
  return { ...drawn, server, onChoose, box };
}

describe('searching while typing', () => {
  test('groups the hits, customers first, and says how many there are', async () => {
    const { user, box } = drawSearch();

    await user.type(box, 'hollerbach');

    const groups = await screen.findAllByRole('group');
    expect(groups.map((group) => group.firstElementChild?.textContent)).toEqual([
      'Kunden',
      'Ansprechpartner',
      'Reklamationen',
    ]);
    expect(screen.getByRole('status').textContent).toBe('3 Treffer');
  });

  test('asks once for words typed in one go', async () => {
    const { user, box, server } = drawSearch();

    await user.type(box, 'hollerbach');
    await screen.findAllByRole('option');

    expect(server.lettersTo(search).map((letter) => letter.input)).toEqual([{ q: 'hollerbach', limit: 20 }]);
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

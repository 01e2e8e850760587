// @vitest-environment jsdom
// The settings of the rating: a draft, what is wrong with it in words, its effect, and saving it.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { listAttributes } from '#contract/attribute.ts';
import { buildRatingRule, buildStrategies } from '#contract/examples-rating.ts';
import { customerRef } from '#contract/examples-people.ts';
import {
  getRatingRules,
  listRatingVersions,
  previewRatingRules,
  saveRatingRules,
  type RatingPreview,
  type RatingRules,
} from '#contract/rating.ts';
import { ratingCells } from '#contract/rating-scale.ts';
import { RatingSettings } from '#screens/rating/rating-settings.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const inForce: RatingRules = {
  version: 3,
  rules: [buildRatingRule()],
  strategy: buildStrategies(),
  note: 'Erste Fassung',
  savedAt: '2026-01-05T09:30:00+01:00',
  savedBy: null,
  targetGroups: ['Händler', 'Verarbeiter'],
};
const effect: RatingPreview = {
  customers: 304,
  moved: 12,
  unratedBefore: 4,
  unratedAfter: 4,
  cells: ratingCells.map((cell) => ({ cell, before: 10, after: cell === 'A2' ? 22 : 10 })),
  movers: [{ customer: customerRef, before: 'B2', after: 'A2', revenueCents: 9_000_000 }],
};

function drawSettings() {
  const server = createSignedInServer()
    .answers(getRatingRules, inForce)
    .answers(listAttributes, { items: [] })
    .answers(listRatingVersions, { items: [], nextCursor: null })
    .answers(previewRatingRules, effect);
  return { server, ...drawScreen(server, <RatingSettings />) };
}

describe('the settings of the rating', () => {
  test('show thresholds as people write them', async () => {
    drawSettings();

    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Klasse A ab' })).value).toBe(
      '100.000',
    );
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Klasse 2 bis unter' }).value).toBe('60');
    expect(screen.queryByRole('textbox', { name: 'Klasse A bis unter' })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'A1: Besuche im Jahr' }).value).toBe('12');
  });

  test('say in words what a gap is, where it stands, with the figures as typed', async () => {
    const { server, user } = drawSettings();
    server.answers(previewRatingRules, {
      refuse: 'invalid_input',
      fields: [{ path: 'rules.0.letter.bands.0', problem: 'gap' }],
    });
    const upper = await screen.findByRole('textbox', { name: 'Klasse B bis unter' });
    await user.clear(upper);
    await user.type(upper, '90.000');

    await user.click(screen.getByRole('button', { name: 'Wirkung prüfen' }));

    expect(
      await screen.findByText(/^Zwischen B \(bis 90\.000\s€\) und A \(ab 100\.000\s€\) bleibt eine Lücke/),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Speichern und alle neu bewerten' })).toBeNull();
  });

  test('take no text for a threshold', async () => {
    const { server, user } = drawSettings();
    const lower = await screen.findByRole('textbox', { name: 'Klasse A ab' });
    await user.clear(lower);
    await user.type(lower, 'viel');

    await user.click(screen.getByRole('button', { name: 'Wirkung prüfen' }));

    expect(screen.getByText('„viel“ ist keine Zahl.')).toBeTruthy();
    expect(server.lettersTo(previewRatingRules)).toHaveLength(0);
  });

  test('show who would move, and save only what was tried', async () => {
    const { server, user } = drawSettings();
    server.answers(saveRatingRules, { version: 4, rules: { ...inForce, version: 4 }, moved: 12 });
    expect(await screen.findByText('Prüfen Sie zuerst die Wirkung, dann können Sie speichern.')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Wirkung prüfen' }));

    expect(await screen.findByText(/^12 von 304 Kunden wechseln die Klasse\./)).toBeTruthy();
    const matrix = within(screen.getByRole('table', { name: 'Kunden je Feld, vorher und nachher' }));
    expect(matrix.getByText('10 → 22')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Notiz zu dieser Fassung' }), 'Probe');
    await user.click(screen.getByRole('button', { name: 'Speichern und alle neu bewerten' }));
    await waitFor(() => expect(server.lettersTo(saveRatingRules)).toHaveLength(1));
    const [letter] = server.lettersTo(saveRatingRules);
    expect(letter?.input).toMatchObject({ rules: [{ letter: inForce.rules[0]?.letter }], note: 'Probe' });
    expect(letter?.headers.get('if-match')).toBe('"3"');
  });
});

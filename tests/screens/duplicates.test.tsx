// @vitest-environment jsdom
// Merging on screen: refusals in plain words, choices that stay, past merges, old links, contacts.
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { listDuplicateContacts, listDuplicates, type DuplicatePair } from '#contract/duplicate.ts';
import { anna, buildCustomer, customerRef, exampleId, exampleNow } from '#contract/examples-people.ts';
import {
  followMergedCustomer,
  listMerges,
  mergeCustomers,
  previewContactMerge,
  previewMerge,
  undoMerge,
  undoProblems,
  type Merge,
} from '#contract/merge.ts';
import type { Reply } from '#contract/endpoint.ts';
import { ContactDuplicates } from '#screens/duplicate/contact-duplicates.tsx';
import { ContactMergeView } from '#screens/duplicate/contact-merge-view.tsx';
import { DuplicatesSection } from '#screens/duplicate/duplicates-section.tsx';
import { MergedAway, MergedNote } from '#screens/duplicate/merged-note.tsx';
import { duplicate as words } from '#screens/messages/de/duplicate.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const other = { id: exampleId(21), number: null, name: 'Hollerbach Metall' };
const place = { street: 'Römerstraße 12', postcode: '71229', city: 'Leonberg', phone: null };
const pair: DuplicatePair = {
  id: exampleId(22),
  score: 91,
  reasons: ['same_phone', 'similar_name'],
  one: { ...customerRef, ...place },
  other: { ...other, ...place, street: 'Gerlinger Straße 4' },
  foundAt: exampleNow,
  dismissed: null,
};
const preview: Reply<typeof previewMerge> = {
  winner: buildCustomer({ version: 4 }),
  loser: buildCustomer({ ...other, version: 2 }),
  fields: [
    { field: 'name', winner: customerRef.name, loser: other.name, choice: 'winner', isDifferent: true },
    { field: 'phase', winner: 'retention', loser: 'acquisition', choice: 'winner', isDifferent: true },
    { field: 'terms', winner: '30|2|10|500000|', loser: null, choice: 'winner', isDifferent: true },
    { field: 'kind', winner: 'company', loser: 'company', choice: 'winner', isDifferent: false },
  ],
  moved: [{ kind: 'activities', count: 3 }],
  warnings: ['different_owners'],
};
const merge: Merge = {
  id: exampleId(23),
  kind: 'customer',
  winner: { id: customerRef.id, name: customerRef.name },
  loser: other,
  by: anna,
  at: exampleNow,
  moved: [{ kind: 'activities', count: 3 }],
  undone: null,
  undoProblem: null,
};

function drawSection() {
  const server = createSignedInServer()
    .answers(listDuplicates, { items: [pair], nextCursor: null, total: 1, lookedOn: '2026-09-03' })
    .answers(previewMerge, preview)
    .answers(listMerges, { items: [merge], nextCursor: null });
  return { server, ...drawScreen(server, <DuplicatesSection />) };
}
async function openPreview() {
  const drawn = drawSection();
  await drawn.user.click(
    await screen.findByRole('button', { name: /Hollerbach Metallbau GmbH · Hollerbach Metall/ }),
  );
  await screen.findByRole('heading', { name: 'Kunden zusammenführen' });
  return drawn;
}

describe('the preview of a merge', () => {
  test('says what differs in the words of the house, and sends what was chosen', async () => {
    const { server, user } = await openPreview();
    server.answers(mergeCustomers, { merge, customer: preview.winner });
    expect(screen.getByRole('radio', { name: /^Bestandskunde/ })).toHaveProperty('checked', true);
    expect(screen.getByText(/^30 Tage netto/).textContent).toMatch(
      /2(,0)?\s?% Skonto in 10 Tagen · Kreditlimit 5\.000\s€/,
    );
    expect(screen.queryByRole('radiogroup', { name: 'Art' })).toBeNull();
    expect(screen.getByText('Kontakte in der Historie (3)')).toBeTruthy();

    await user.click(screen.getByRole('radio', { name: /^Neukunde/ }));
    await user.click(screen.getByRole('button', { name: 'Zusammenführen' }));

    expect(
      await screen.findByRole('heading', { name: `In ${customerRef.name} zusammengeführt` }),
    ).toBeTruthy();
    expect(server.lettersTo(mergeCustomers)[0]?.input).toMatchObject({
      winnerId: customerRef.id,
      loserId: other.id,
      winnerVersion: 4,
      loserVersion: 2,
      choices: { phase: 'loser' },
    });
  });

  test('changed since: nothing happened, loaded anew, and the choice stays', async () => {
    const { server, user } = await openPreview();
    server.answers(mergeCustomers, { refuse: 'stale_version', status: 412 });
    await user.click(screen.getByRole('radio', { name: /^Neukunde/ }));
    await user.click(screen.getByRole('button', { name: 'Zusammenführen' }));
    expect((await screen.findByRole('alert')).textContent).toContain(words.refusals.stale);

    server.answers(previewMerge, {
      ...preview,
      loser: { ...preview.loser, version: 3 },
      moved: [{ kind: 'activities', count: 4 }],
    });
    await user.click(screen.getByRole('button', { name: 'Neu laden' }));
    expect(await screen.findByText('Kontakte in der Historie (4)')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    server.answers(mergeCustomers, { merge, customer: preview.winner });
    await user.click(screen.getByRole('button', { name: 'Zusammenführen' }));
    await waitFor(() => expect(server.lettersTo(mergeCustomers)).toHaveLength(2));
    expect(server.lettersTo(mergeCustomers)[1]?.input).toMatchObject({
      loserVersion: 3,
      choices: { phase: 'loser' },
    });
  });

  test.each([
    ['loserId', 'merged_already', words.refusals.problems.merged_already],
    ['winnerId', 'archived', words.refusals.problems.archived],
    ['parentId', 'circular', words.refusals.problems.circular],
    ['parentId', 'archived', words.refusals.problems['parentId.archived']],
    ['parentId', 'unknown', words.refusals.problems['parentId.unknown']],
    ['ownerId', 'unknown', words.refusals.problems['ownerId.unknown']],
    ['number', 'taken', words.refusals.problems['number.taken']],
  ])('refused because of %s %s, it says so in one sentence', async (path, problem, sentence) => {
    const { server, user } = await openPreview();
    server.answers(mergeCustomers, { refuse: 'invalid_input', fields: [{ path, problem }] });
    await user.click(screen.getByRole('button', { name: 'Zusammenführen' }));
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
  });

  test.each([
    ['forbidden', 403, words.refusals.forbidden],
    ['not_found', 404, words.refusals.gone],
  ] as const)('without the right (%s) it says whom to ask', async (refuse, status, sentence) => {
    const { server, user } = await openPreview();
    server.answers(mergeCustomers, { refuse, status });
    await user.click(screen.getByRole('button', { name: 'Zusammenführen' }));
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
  });

  test('of a pair that somebody merged meanwhile there is none, with the reason and the way back', async () => {
    const { server, user } = drawSection();
    server.answers(previewMerge, {
      refuse: 'invalid_input',
      fields: [{ path: 'loserId', problem: 'merged_already' }],
    });
    await user.click(await screen.findByRole('button', { name: /Hollerbach Metallbau GmbH · / }));
    expect((await screen.findByRole('alert')).textContent).toContain(words.refusals.problems.merged_already);
    await user.click(screen.getByRole('button', { name: 'Zurück' }));
    expect(await screen.findByRole('heading', { name: 'Dubletten' })).toBeTruthy();
  });
});

describe('past merges', () => {
  async function openPast(items: Merge[]) {
    const drawn = drawSection();
    drawn.server.answers(listMerges, { items, nextCursor: null });
    await drawn.user.click(await screen.findByRole('radio', { name: 'Zusammengeführt' }));
    return drawn;
  }

  test('are taken back with one press; what could not come back is said', async () => {
    const { server, user } = await openPast([merge]);
    server.answers(undoMerge, {
      merge: { ...merge, undone: { by: anna, at: exampleNow }, undoProblem: 'already_undone' },
      left: [{ kind: 'activities', count: 1 }],
      keptFields: ['phone'],
    });
    expect(await screen.findByText('zusammengeführt am 03.09.2026 von Anna Brandl')).toBeTruthy();
    await user.click(
      screen.getByRole('button', {
        name: `Zusammenführung von ${other.name} in ${customerRef.name} rückgängig machen`,
      }),
    );
    expect(await screen.findByText(/nicht zurückgekommen: Kontakte in der Historie \(1\)/)).toBeTruthy();
    expect(server.lettersTo(undoMerge)[0]?.input).toEqual({ id: merge.id });
  });

  test.each(undoProblems)('%s: no button, but a sentence', async (undoProblem) => {
    const isUndone = undoProblem === 'already_undone';
    const undone = isUndone ? { by: anna, at: exampleNow } : null;
    await openPast([{ ...merge, undone, undoProblem }]);
    const sentence = isUndone
      ? 'rückgängig gemacht am 03.09.2026 von Anna Brandl'
      : words.undoProblems[undoProblem];
    expect((await screen.findByText(/zusammengeführt am/)).textContent).toContain(sentence);
    expect(screen.queryByRole('button', { name: /rückgängig machen$/ })).toBeNull();
  });

  test('one that somebody else was faster with says so', async () => {
    const { server, user } = await openPast([merge]);
    server.answers(undoMerge, {
      refuse: 'transition_not_allowed',
      status: 409,
      fields: [{ path: 'merge', problem: 'already_undone' }],
    });
    await user.click(await screen.findByRole('button', { name: /rückgängig machen$/ }));
    expect((await screen.findByRole('alert')).textContent).toContain(words.undoProblems.already_undone);
  });

  test('none yet is said', async () => {
    await openPast([]);
    expect(await screen.findByText('Noch nichts zusammengeführt')).toBeTruthy();
  });
});

describe('an old link', () => {
  const draw = (answer: Reply<typeof followMergedCustomer>) => {
    const server = createSignedInServer().answers(followMergedCustomer, answer);
    const onOpen = vi.fn();
    const drawn = drawScreen(
      server,
      <MergedAway customerId={other.id} onOpenCustomer={onOpen} otherwise={<p>gesperrt</p>} />,
    );
    return { ...drawn, onOpen };
  };

  test('leads to the customer that stayed', async () => {
    const { user, onOpen } = draw({ merged: { into: customerRef, by: anna, at: exampleNow } });
    expect(
      await screen.findByText(
        /^Zusammengeführt mit Hollerbach Metallbau GmbH am 03\.09\.2026 von Anna Brandl\./,
      ),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Hollerbach Metallbau GmbH öffnen' }));
    expect(onOpen).toHaveBeenCalledWith(customerRef.id);
  });

  test('to the one that is gone, for those who still see it, stands above it', async () => {
    const server = createSignedInServer().answers(followMergedCustomer, {
      merged: { into: customerRef, by: null, at: exampleNow },
    });
    const onOpen = vi.fn();
    const { user } = drawScreen(server, <MergedNote customerId={other.id} onOpenCustomer={onOpen} />, {
      language: 'en',
    });
    expect(await screen.findByText(/^Merged with Hollerbach Metallbau GmbH on 3 Sept? 2026\./)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Open Hollerbach Metallbau GmbH' }));
    expect(onOpen).toHaveBeenCalledWith(customerRef.id);
  });

  test('to a customer that is not shared says nothing else than before', async () => {
    draw({ merged: null });
    expect(await screen.findByText('gesperrt')).toBeTruthy();
  });
});

describe('two contacts that are one person', () => {
  const one = { id: exampleId(31), name: 'Sabine Tietz', jobTitle: null };
  const twin = { id: exampleId(32), name: 'S. Tietz', jobTitle: null };

  test('are offered beneath the people of a customer', async () => {
    const server = createSignedInServer().answers(listDuplicateContacts, {
      items: [{ one, other: twin, reasons: ['same_name'] }],
    });
    const onCheck = vi.fn();
    const { user } = drawScreen(server, <ContactDuplicates customerId={customerRef.id} onCheck={onCheck} />);
    expect(await screen.findByText('Sabine Tietz und S. Tietz: dieselbe Person?')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Sabine Tietz und S. Tietz prüfen' }));
    expect(onCheck).toHaveBeenCalledWith({ one: one.id, other: twin.id });
  });

  test('of different customers by now are not merged, and it says what to do first', async () => {
    const server = createSignedInServer().answers(previewContactMerge, {
      refuse: 'invalid_input',
      fields: [{ path: 'loserId', problem: 'other_customer' }],
    });
    drawScreen(server, <ContactMergeView one={one.id} other={twin.id} onClose={() => undefined} />);
    expect((await screen.findByRole('alert')).textContent).toContain(words.refusals.problems.other_customer);
  });
});

// @vitest-environment jsdom
// Services that are due: the way to them from the visits, the list that begins with them, and what it says when there is none.
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { countList, listFields, runList } from '#contract/list.ts';
import { listSavedLists } from '#contract/saved-list.ts';
import { ListsPage } from '#screens/list/lists-page.tsx';
import { DueServices } from '#screens/visit/due-services.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const nothing = () => undefined;
const words = (de: string) => ({ de, en: de });
const field = (name: string, label: string, type: 'date' | 'choice', choices: string[] = []) => ({
  name,
  group: words('Wartung'),
  label: words(label),
  type,
  choices: choices.map((value) => ({ value, label: words(value) })),
  isPerson: false,
  canSort: true,
});

function drawLists(count = 0) {
  const server = createSignedInServer()
    .answers(listFields, {
      kind: 'service_interval',
      columns: ['next_on'],
      fields: [
        field('next_on', 'Fällig', 'date'),
        field('state', 'Stand', 'choice', ['overdue', 'due', 'later']),
      ],
    })
    .answers(listSavedLists, { items: [] })
    .answers(countList, { count })
    .answers(runList, { rows: [], totals: [], nextCursor: null, count });
  const page = (
    <ListsPage
      listId="service_interval"
      onList={nothing}
      onOpenCustomer={nothing}
      onOpenComplaint={nothing}
      onSettings={nothing}
    />
  );
  return { server, ...drawScreen(server, page) };
}

test('the list begins with what is due, the earliest first, and says when nothing is', async () => {
  const { server, user } = drawLists();

  expect(await screen.findByText('Keine Wartung fällig')).toBeTruthy();
  expect(server.lettersTo(runList)[0]?.input).toMatchObject({
    kind: 'service_interval',
    filter: { parts: [{ field: 'state', operator: 'one_of', value: ['overdue', 'due'] }] },
    sort: [{ field: 'next_on', descending: false }],
  });

  await user.click(screen.getByRole('button', { name: 'Filter entfernen' }));
  expect(await screen.findByText('Noch keine Wartungsintervalle')).toBeTruthy();
});

test('beside the visits stands how many are due, and leads there; quiet while there is none', async () => {
  const onOpen = vi.fn();
  const server = createSignedInServer().answers(countList, { count: 12 });
  const { user, unmount } = drawScreen(server, <DueServices onOpen={onOpen} />);
  await user.click(await screen.findByRole('button', { name: 'Fällige Wartungen (12)' }));
  expect(onOpen).toHaveBeenCalled();
  unmount();

  const none = createSignedInServer().answers(countList, { count: 0 });
  drawScreen(none, <DueServices onOpen={onOpen} />);
  await waitFor(() => expect(none.lettersTo(countList)).toHaveLength(1));
  expect(screen.queryByRole('button')).toBeNull();
});

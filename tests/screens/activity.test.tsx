// @vitest-environment jsdom
// One contact opened from the cockpit, which shows the beginning of a long text only.
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { cockpitTextCharacters, getActivity, type Activity } from '#contract/activity.ts';
import { ActivityScreen } from '#screens/activity/activity-screen.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildCall, buildWideCockpit } from './wide-samples.ts';

const end = 'und damit ist alles gesagt.';
const text = `${'Er spricht lange über Beschläge, '.repeat(60)}${end}`;

function draw(shown: Partial<Activity>, answer: Parameters<typeof answerOf>[0]) {
  const activity = buildCall(shown);
  const server = createSignedInServer().answers(getActivity, answerOf(answer));
  const drawn = drawScreen(
    server,
    <ActivityScreen
      activity={activity}
      cockpit={buildWideCockpit()}
      onBack={() => undefined}
      onGoTo={() => undefined}
    />,
  );
  return { ...drawn, server, activity };
}

const answerOf = (answer: Activity | Promise<Activity> | { refuse: 'internal'; status: number }) => () =>
  answer;

const beginning = { bodyText: text.slice(0, cockpitTextCharacters) };

test('a long text is shown to its end, with a sign while the rest is on its way', async () => {
  const waiting: ((activity: Activity) => void)[] = [];
  draw(beginning, new Promise<Activity>((resolve) => waiting.push(resolve)));
  expect(await screen.findByRole('status', { name: 'Der ganze Text wird geladen' })).toBeTruthy();
  expect(screen.queryByText(new RegExp(end))).toBeNull();

  waiting.forEach((resolve) => resolve(buildCall({ bodyText: text })));
  expect(await screen.findByText(new RegExp(end))).toBeTruthy();
  expect(screen.queryByRole('status', { name: 'Der ganze Text wird geladen' })).toBeNull();
});

test('where the rest cannot be read it says so, and trying again brings it', async () => {
  const { server, user } = draw(beginning, { refuse: 'internal', status: 500 });
  expect((await screen.findByRole('alert')).textContent).toContain('Der Text ist nicht vollständig');
  server.answers(getActivity, buildCall({ bodyText: text }));
  await user.click(screen.getByRole('button', { name: 'Erneut versuchen' }));
  expect(await screen.findByText(new RegExp(end))).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a short text says nothing of waiting, whatever comes of the reading', async () => {
  const { server } = draw({ bodyText: 'Kurz.' }, { refuse: 'internal', status: 500 });
  await waitFor(() => expect(server.lettersTo(getActivity)).toHaveLength(1));
  expect(screen.getByText('Kurz.')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

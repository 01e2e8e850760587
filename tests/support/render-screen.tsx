// Draws a screen inside AppFrame against a fake server, as a page would.
import { cleanup, configure, render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach } from 'vitest';
import { getRecordAttributes } from '#contract/attribute.ts';
import { listTwins } from '#contract/duplicate.ts';
import { listColleagues, getMe } from '#contract/user.ts';
import { buildColleagues, buildMe } from '#contract/examples-people.ts';
import { AppFrame, type ThemeName } from '#screens/app-frame.tsx';
import { createCall } from '#screens/call.ts';
import type { Language } from '#screens/messages/use-messages.ts';
import { createFakeServer, type FakeServer } from './fake-server.ts';

// A machine that builds and tests at once draws slowly; waiting longer costs nothing when it does not.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

interface ScreenOptions {
  language?: Language;
  theme?: ThemeName;
  timeoutMs?: number;
}
export type DrawnScreen = RenderResult & { user: UserEvent };

/** Knows who is signed in (Anna) and her colleagues; a test adds what its screen asks for. */
export function createSignedInServer(): FakeServer {
  return createFakeServer()
    .answers(getMe, buildMe())
    .answers(listColleagues, { items: buildColleagues() })
    .answers(listTwins, { pairs: [], takenOver: [] })
    .answers(getRecordAttributes, ({ recordKind, id }) => ({
      recordKind,
      id,
      version: 1,
      attributes: [],
      values: {},
    }));
}

export function drawScreen(
  server: FakeServer,
  screen: ReactElement,
  { language = 'de', theme = 'light', timeoutMs = 10_000 }: ScreenOptions = {},
): DrawnScreen {
  const call = createCall({ baseUrl: '', getToken: async () => 'token', fetch: server.fetch, timeoutMs });
  const drawn = render(
    <AppFrame surface="outlook" theme={theme} language={language} call={call}>
      {screen}
    </AppFrame>,
  );
  return { ...drawn, user: userEvent.setup() };
}

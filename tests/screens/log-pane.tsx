// The pane with the form for logging a mail, drawn for tests.
import { screen } from '@testing-library/react';
import { listActivities, logActivity, previewMail } from '#contract/activity.ts';
import { findCockpit } from '#contract/cockpit.ts';
import { buildFound } from '#contract/examples-cockpit.ts';
import { exampleId } from '#contract/examples-people.ts';
import { buildActivity, buildFollowUp, buildMailPreview } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { getFollowUp } from '#contract/follow-up.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

export const followUpId = exampleId(51);

/** A server on which the mail at hand can be logged. */
export function createLogServer() {
  return createSignedInServer()
    .answers(findCockpit, buildFound())
    .answers(previewMail, buildMailPreview())
    .answers(logActivity, { activity: buildActivity(), created: true, followUpId: null })
    .answers(listActivities, { items: [buildActivity()], nextCursor: null })
    .answers(getFollowUp, buildFollowUp({ id: followUpId, title: 'Ersatz für Türschließer klären' }));
}

/** Draws the pane beside a mail and opens the form for logging it. */
export async function openLog(server = createLogServer(), language: Language = 'de') {
  const host = createFakeHost({ kind: 'mail', mail: buildMail() });
  const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
  const drawn = drawScreen(server, pane, { language });
  const name = language === 'de' ? 'Ablegen' : 'Log';
  await drawn.user.click(await screen.findByRole('button', { name }));
  await screen.findByRole('form', { name: language === 'de' ? 'E-Mail ablegen' : 'Log email' });
  return { ...drawn, server, host };
}

export const submit = () => screen.getByRole('button', { name: 'Ablegen' });
export const lastLog = (server: ReturnType<typeof createLogServer>) => server.lettersTo(logActivity).at(-1);

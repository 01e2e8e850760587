// @vitest-environment jsdom
// Logging a mail: nothing typed is lost, nothing is stored twice, and what comes afterwards.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { listActivities, logActivity, previewMail, undoActivity } from '#contract/activity.ts';
import { exampleId } from '#contract/examples-people.ts';
import { buildActivity, buildMailPreview } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { drawScreen } from '#tests/support/render-screen.tsx';
import { createLogServer, lastLog, openLog, submit } from './log-pane.tsx';

describe('nothing is lost, nothing is stored twice', () => {
  it('two presses store once', async () => {
    const { user, server } = await openLog();

    await user.dblClick(submit());

    await screen.findByText('Gespeichert');
    expect(server.lettersTo(logActivity)).toHaveLength(1);
  });

  it('the server is down: says so, keeps the form, and a retry carries the same key', async () => {
    const server = createLogServer().answers(logActivity, { refuse: 'no_connection' });
    const { user } = await openLog(server);
    await user.click(screen.getByRole('checkbox', { name: 'Lieferschein_LS-88214.pdf' }));

    await user.click(submit());

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(
      /Nicht abgelegt.*Der Server hat nicht geantwortet\. Ihre Eingaben bleiben hier erhalten\. Referenz/,
    );
    server.answers(logActivity, { activity: buildActivity(), created: true, followUpId: null });
    await user.click(within(alert).getByRole('button', { name: 'Erneut versuchen' }));

    await screen.findByText('Gespeichert');
    const [first, second] = server.lettersTo(logActivity);
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'));
    expect(second?.input).toEqual(first?.input);
  });

  it('half-typed text survives a mail switch, an error and a reload, and is forgotten once stored', async () => {
    const server = createLogServer().answers(logActivity, { refuse: 'unavailable', status: 503 });
    const { user, host, unmount } = await openLog(server);
    await user.click(screen.getByRole('button', { name: 'Bearbeiten' }));
    await user.type(screen.getByRole('textbox', { name: 'Text, der abgelegt wird' }), ' Nachtrag');
    await user.click(submit());
    await screen.findByRole('alert');
    const firstKey = lastLog(server)?.headers.get('idempotency-key');

    act(() => host.select({ kind: 'none' }));
    await screen.findByText('Wählen Sie eine E-Mail oder einen Termin');
    unmount();
    const again = await openLog(
      server.answers(logActivity, { activity: buildActivity(), created: true, followUpId: null }),
    );

    const box = screen.getByRole('textbox', { name: 'Text, der abgelegt wird' });
    expect(box).toHaveProperty('value', `${buildMailPreview().text} Nachtrag`);
    await again.user.click(submit());
    await screen.findByText('Gespeichert');
    expect(lastLog(server)?.headers.get('idempotency-key')).toBe(firstKey);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('cancelling forgets what was changed', async () => {
    const { user } = await openLog();
    await user.click(screen.getByRole('checkbox', { name: 'Lieferschein_LS-88214.pdf' }));

    await user.click(screen.getByRole('button', { name: 'Abbrechen' }));
    await user.click(await screen.findByRole('button', { name: 'Ablegen' }));

    expect(await screen.findByRole('checkbox', { name: 'Lieferschein_LS-88214.pdf' })).toHaveProperty(
      'checked',
      true,
    );
  });
});

describe('afterwards', () => {
  it('says when and by whom, and undo leads back to the mail', async () => {
    const { user, server } = await openLog();
    server.answers(undoActivity, { undone: true });
    await user.click(submit());
    expect(await screen.findByText('Abgelegt am 03.09.2026, 14:02')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Rückgängig' }));

    expect(await screen.findByText('Diese E-Mail ist noch nicht abgelegt')).toBeTruthy();
    expect(server.lettersTo(undoActivity)[0]?.input).toEqual({ id: buildActivity().id });
    await waitFor(() => expect(screen.queryByText('Gespeichert')).toBeNull());
  });

  it('attachments on their way are followed until they are stored', async () => {
    const attachment = {
      id: exampleId(91),
      name: 'Foto.jpg',
      contentType: 'image/jpeg',
      sizeBytes: 2_100_000,
    };
    const onItsWay = buildActivity({ attachments: [{ ...attachment, state: 'pending' }] });
    const stored = buildActivity({ attachments: [{ ...attachment, state: 'stored' }] });
    let asked = 0;
    const server = createLogServer()
      .answers(logActivity, { activity: onItsWay, created: true, followUpId: null })
      .answers(listActivities, () => ({ items: [(asked += 1) < 2 ? onItsWay : stored], nextCursor: null }));
    const { user } = await openLog(server);

    await user.click(submit());

    expect(await screen.findByText('Foto.jpg (wird übertragen)')).toBeTruthy();
    expect(await screen.findByText('Foto.jpg', {}, { timeout: 5000 })).toBeTruthy();
  });

  it('the preview that cannot be read is explained, with a retry', async () => {
    const server = createLogServer().answers(previewMail, { refuse: 'unavailable', status: 503 });
    const host = createFakeHost({ kind: 'mail', mail: buildMail() });
    const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
    const { user } = drawScreen(server, pane);
    await user.click(await screen.findByRole('button', { name: 'Ablegen' }));
    await screen.findByText('Gerade nicht erreichbar');
    server.answers(previewMail, buildMailPreview());

    await user.click(screen.getByRole('button', { name: 'Erneut versuchen' }));

    expect(await screen.findByRole('form', { name: 'E-Mail ablegen' })).toBeTruthy();
  });

  it('speaks English', async () => {
    const { user } = await openLog(createLogServer(), 'en');
    expect(screen.getByText('2 of 3, 2.3 MB')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Log' }));

    expect(await screen.findByText('Logged on 3 Sept 2026, 14:02')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Ablegen|Anhänge|Gespeichert/);
  });
});

// @vitest-environment jsdom
// Logging a mail: what is stored is chosen one by one, nothing typed is lost, nothing is stored twice.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { listActivities, logActivity, previewMail, undoActivity } from '#contract/activity.ts';
import { findCockpit } from '#contract/cockpit.ts';
import { buildFound } from '#contract/examples-cockpit.ts';
import { exampleId } from '#contract/examples-people.ts';
import { buildActivity, buildFollowUp, buildMailPreview } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { getFollowUp, retryFollowUp } from '#contract/follow-up.ts';
import { search } from '#contract/search.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const followUpId = exampleId(51);

function createLogServer() {
  return createSignedInServer()
    .answers(findCockpit, buildFound())
    .answers(previewMail, buildMailPreview())
    .answers(logActivity, { activity: buildActivity(), created: true, followUpId: null })
    .answers(listActivities, { items: [buildActivity()], nextCursor: null })
    .answers(getFollowUp, buildFollowUp({ id: followUpId, title: 'Ersatz für Türschließer klären' }));
}

async function openLog(server = createLogServer(), language: Language = 'de') {
  const host = createFakeHost({ kind: 'mail', mail: buildMail() });
  const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
  const drawn = drawScreen(server, pane, { language });
  const name = language === 'de' ? 'Ablegen' : 'Log';
  await drawn.user.click(await screen.findByRole('button', { name }));
  await screen.findByRole('form', { name: language === 'de' ? 'E-Mail ablegen' : 'Log email' });
  return { ...drawn, server, host };
}
const submit = () => screen.getByRole('button', { name: 'Ablegen' });
const lastLog = (server: ReturnType<typeof createLogServer>) => server.lettersTo(logActivity).at(-1);

describe('what would be stored', () => {
  it('leaves out quoted history and signature pictures unless they are ticked', async () => {
    const { user, server } = await openLog();
    expect(screen.getByText('2 von 3, 2,3 MB')).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'Zitierten Verlauf mit ablegen' })).toHaveProperty(
      'checked',
      false,
    );

    await user.click(submit());

    await screen.findByText('Gespeichert');
    expect(lastLog(server)?.input).toMatchObject({
      keepQuotedHistory: false,
      attachmentIds: ['a1', 'a2'],
      links: [{ kind: 'complaint', id: exampleId(40) }],
      visibility: 'team',
      followUp: null,
      editedText: null,
    });
  });

  it('follows every choice: text, attachments one by one, links, visibility', async () => {
    const { user, server } = await openLog();

    await user.click(screen.getByRole('button', { name: 'Bearbeiten' }));
    await user.clear(screen.getByRole('textbox', { name: 'Text, der abgelegt wird' }));
    await user.type(screen.getByRole('textbox', { name: 'Text, der abgelegt wird' }), 'Kurz gefasst.');
    await user.click(screen.getByRole('checkbox', { name: 'Zitierten Verlauf mit ablegen' }));
    await user.click(screen.getByRole('checkbox', { name: 'Lieferschein_LS-88214.pdf' }));
    await user.click(screen.getByRole('checkbox', { name: 'image001.png (Signaturbild)' }));
    await user.click(screen.getByRole('checkbox', { name: 'Angebot AN-26-1182' }));
    await user.click(screen.getByRole('combobox', { name: 'Sichtbar für' }));
    await user.click(await screen.findByRole('option', { name: 'Nur für mich' }));
    await user.click(submit());

    await screen.findByText('Gespeichert');
    expect(lastLog(server)?.input).toMatchObject({
      editedText: 'Kurz gefasst.',
      keepQuotedHistory: true,
      attachmentIds: ['a1', 'a3'],
      links: [{ kind: 'complaint' }, { kind: 'quote' }],
      visibility: 'me',
    });
  });

  it('an attachment of a refused type cannot be chosen', async () => {
    const attachments = [
      { id: 'x', name: 'setup.exe', sizeBytes: 10, suggested: false, note: 'refused_type' as const },
    ];
    await openLog(createLogServer().answers(previewMail, buildMailPreview({ attachments })));

    const box = screen.getByRole('checkbox', { name: 'setup.exe (Dateityp nicht erlaubt)' });

    expect(box).toHaveProperty('disabled', true);
  });

  it('another document of this customer can be found and linked', async () => {
    const customer = buildFollowUp().customer;
    const elsewhere = { id: exampleId(99), number: '1', name: 'Andere GmbH' };
    const hit = {
      kind: 'invoice' as const,
      titleMarks: [],
      detail: '6.240 €',
      detailMarks: [],
      passage: null,
      rating: null,
      at: null,
      isArchived: false,
    };
    const { user, server } = await openLog();
    server.answers(search, {
      items: [
        { ...hit, id: exampleId(61), title: '26-4471', customer },
        { ...hit, id: exampleId(62), title: '26-9999', customer: elsewhere },
      ],
      groups: [{ kind: 'invoice', count: 2, isMore: false }],
      nextCursor: null,
    });

    await user.click(screen.getByRole('button', { name: 'Andere suchen' }));
    await user.type(screen.getByRole('searchbox', { name: 'Beleg suchen' }), '26-4');
    await user.click(await screen.findByRole('button', { name: /26-4471/ }));
    expect(screen.queryByText('26-9999')).toBeNull();
    await user.click(submit());

    await screen.findByText('Gespeichert');
    expect(lastLog(server)?.input).toMatchObject({
      links: [{ kind: 'complaint' }, { kind: 'invoice', id: exampleId(61) }],
    });
  });
});

describe('a follow-up with it', () => {
  it('takes two clicks and is shown on its way until it is in To Do', async () => {
    const server = createLogServer().answers(logActivity, {
      activity: buildActivity(),
      created: true,
      followUpId,
    });
    const pending = { state: 'pending' as const, problem: null, nextAttemptAt: null };
    let asked = 0;
    server.answers(getFollowUp, () => {
      asked += 1;
      return asked === 1
        ? buildFollowUp({ id: followUpId, toDo: pending })
        : buildFollowUp({ id: followUpId });
    });
    const { user } = await openLog(server);

    await user.click(screen.getByRole('radio', { name: /^Morgen/ }));
    await user.click(submit());

    expect(await screen.findByText('Wird in Ihr To Do übertragen')).toBeTruthy();
    expect(await screen.findByText('In Ihrem To Do', {}, { timeout: 4000 })).toBeTruthy();
    expect(lastLog(server)?.input).toMatchObject({
      followUp: { title: 'Ersatz für Türschließer klären', dueOn: '2026-09-04' },
    });
  });

  it('a failed transfer offers another attempt', async () => {
    const failed = { state: 'failed' as const, problem: 'x', nextAttemptAt: null };
    const server = createLogServer()
      .answers(logActivity, { activity: buildActivity(), created: true, followUpId })
      .answers(getFollowUp, buildFollowUp({ id: followUpId, toDo: failed }));
    const { user } = await openLog(server);
    await user.click(submit());
    await screen.findByText('Nicht übertragen');
    server.answers(retryFollowUp, () => {
      server.answers(getFollowUp, buildFollowUp({ id: followUpId }));
      return buildFollowUp({ id: followUpId });
    });

    await user.click(screen.getByRole('button', { name: 'Erneut übertragen' }));

    expect(await screen.findByText('In Ihrem To Do')).toBeTruthy();
  });

  it('days are chosen with the arrow keys, weekends are passed over, a second press takes the day back', async () => {
    const { user } = await openLog();
    const group = screen.getByRole('radiogroup', { name: 'Wiedervorlage am' });
    const [tomorrow, threeDays] = within(group).getAllByRole('radio');
    act(() => tomorrow?.focus());

    await user.keyboard('{ArrowRight}');

    expect(document.activeElement).toBe(threeDays);
    expect(threeDays?.getAttribute('aria-checked')).toBe('true');
    expect(threeDays?.textContent).toMatch(/In 3 Tagen.*Mo\s07\.09\./);

    await user.click(threeDays ?? group);

    expect(threeDays?.getAttribute('aria-checked')).toBe('false');
  });
});

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
    await screen.findByText('Wählen Sie eine E-Mail aus');
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

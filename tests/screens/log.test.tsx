// @vitest-environment jsdom
// Logging a mail: what is stored is chosen one by one, with a follow-up if one likes.
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { logActivity, previewMail } from '#contract/activity.ts';
import { exampleId } from '#contract/examples-people.ts';
import { buildActivity, buildFollowUp, buildMailPreview } from '#contract/examples-work.ts';
import { getFollowUp, retryFollowUp } from '#contract/follow-up.ts';
import { search } from '#contract/search.ts';
import { createLogServer, followUpId, lastLog, openLog, submit } from './log-pane.tsx';

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

// @vitest-environment jsdom
// "Kontakt bearbeiten": what may be corrected, meeting a colleague's change, files that come, are refused and go.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import {
  activityFields,
  addAttachment,
  getActivity,
  removeAttachment,
  updateActivity,
  type Activity,
} from '#contract/activity.ts';
import { exampleId, petra } from '#contract/examples-people.ts';
import { EditEntry } from '#screens/activity/edit-entry.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { findDialog } from '#tests/support/dialog.ts';
import type { FakeServer } from '#tests/support/fake-server.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildCall, buildWideCockpit } from './wide-samples.ts';

const photo = {
  id: exampleId(600),
  name: 'Schloss.jpg',
  contentType: 'image/jpeg',
  sizeBytes: 120_000,
  state: 'stored' as const,
};
const byHand = { origin: 'hand', editable: [...activityFields], canUndo: true } as const;

async function draw(
  changes: Partial<Activity> = {},
  {
    server = createSignedInServer(),
    language = 'de' as Language,
  }: { server?: FakeServer; language?: Language } = {},
) {
  const activity = buildCall({ ...byHand, editable: [...byHand.editable], ...changes });
  const [onBack, onChanged] = [vi.fn(), vi.fn()];
  const drawn = drawScreen(
    server
      .answers(getActivity, activity)
      .answers(updateActivity, (input) => ({ ...activity, version: 2, subject: input.subject ?? '' })),
    <EditEntry activityId={activity.id} cockpit={buildWideCockpit()} onBack={onBack} onChanged={onChanged} />,
    { language },
  );
  await screen.findByRole('region', { name: /^(Anlagen|Attachments)$/ });
  return { ...drawn, server, activity, onBack, onChanged };
}

const form = () => within(screen.getByRole('form', { name: 'Kontakt bearbeiten' }));
const save = () => screen.getByRole('button', { name: 'Speichern' });

describe('editing an entry', () => {
  test('begins with the stored values and sends what was changed, with its version', async () => {
    const { user, server, activity, onBack, onChanged } = await draw();

    expect(form().getByRole('radio', { name: 'Anruf', checked: true })).toBeTruthy();
    expect(form().getByLabelText('Tag')).toHaveProperty('value', '2026-09-01');
    expect(form().getByRole('textbox', { name: 'Uhrzeit' })).toHaveProperty('value', '16:40');
    expect(form().getByRole('textbox', { name: 'Dauer (Min.)' })).toHaveProperty('value', '9');
    const subject = form().getByRole('textbox', { name: 'Betreff' });
    await user.clear(subject);
    await user.type(subject, 'Liefertermin bestätigt');
    const time = form().getByRole('textbox', { name: 'Uhrzeit' });
    await user.clear(time);
    await user.type(time, '15:05');
    await user.click(save());

    await waitFor(() => expect(onBack).toHaveBeenCalled());
    const [letter] = server.lettersTo(updateActivity);
    expect(letter?.input).toEqual({
      id: activity.id,
      subject: 'Liefertermin bestätigt',
      occurredAt: '2026-09-01T13:05:00.000Z',
    });
    expect(letter?.headers.get('if-match')).toBe(`"${activity.version}"`);
    expect(onChanged.mock.lastCall?.[0]).toMatchObject({ version: 2 });
  });

  test('nothing changed sends nothing; what is unfit says so', async () => {
    const { user, server, onBack } = await draw();

    const time = form().getByRole('textbox', { name: 'Uhrzeit' });
    await user.clear(time);
    await user.type(time, '25:00');
    await user.click(save());
    expect(await screen.findByText(/Bitte geben Sie eine Uhrzeit ein/)).toBeTruthy();
    await user.clear(time);
    await user.type(time, '16:40');
    await user.click(save());

    await waitFor(() => expect(onBack).toHaveBeenCalled());
    expect(server.lettersTo(updateActivity)).toEqual([]);
  });

  test('of a mail only to whom it belongs and who reads it is there, and the reason', async () => {
    await draw({ origin: 'mail', kind: 'email', editable: ['contactId', 'visibility', 'links'] });

    expect(screen.getByText(/stehen so in der E-Mail und bleiben, wie sie sind/)).toBeTruthy();
    expect(form().queryByRole('textbox', { name: 'Betreff' })).toBeNull();
    expect(form().getByRole('combobox', { name: 'Ansprechpartner' })).toBeTruthy();
    expect(form().getByRole('combobox', { name: 'Sichtbar für' })).toBeTruthy();
  });

  test('a report’s entry says where to change it, and still takes files', async () => {
    await draw({ origin: 'report', kind: 'visit', editable: [], canEdit: false });

    expect(screen.getByText(/folgt seinem Besuchsbericht/)).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Speichern' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Datei hinzufügen' })).toBeTruthy();
  });

  test('in English, too', async () => {
    await draw({ editable: ['contactId', 'links'], loggedBy: petra }, { language: 'en' });

    expect(screen.getByText(/Petra Lohmann wrote what it says here/)).toBeTruthy();
  });

  test('a colleague’s change is met field by field, and the chosen one is saved over theirs', async () => {
    const { user, server, activity } = await draw();
    const theirs = {
      ...activity,
      version: 5,
      subject: 'Termin',
      durationMinutes: 30,
      updatedBy: petra,
    };
    server.answers(updateActivity, (input, letter) =>
      letter.headers.get('if-match') === '"5"'
        ? { ...theirs, version: 6, subject: input.subject ?? theirs.subject }
        : { refuse: 'stale_version', status: 412, current: theirs },
    );

    const subject = form().getByRole('textbox', { name: 'Betreff' });
    await user.clear(subject);
    await user.type(subject, 'Meiner');
    const text = form().getByRole('textbox', { name: 'Was wurde besprochen?' });
    await user.clear(text);
    await user.type(text, 'Neu.');
    await user.click(save());
    const dialog = await findDialog('Petra Lohmann hat inzwischen gespeichert');
    expect(dialog.getByText('Dauer (Min.): 30')).toBeTruthy();
    await user.click(dialog.getByLabelText('Von Petra Lohmann: Termin'));
    await user.click(dialog.getByText('So speichern'));

    await waitFor(() => expect(server.lettersTo(updateActivity)).toHaveLength(2));
    expect(server.lettersTo(updateActivity).at(-1)?.input).toEqual({ id: activity.id, bodyText: 'Neu.' });
  });
});

describe('files of an entry', () => {
  test('are added; one that is refused says why in a sentence', async () => {
    const { user, server, onChanged } = await draw();
    server.answers(addAttachment, ({ name }) =>
      name === 'Rechnung.pdf'
        ? {
            refuse: 'unsupported_media_type',
            status: 415,
            fields: [{ path: 'name', problem: 'executable' }],
          }
        : name === 'Film.mp4'
          ? { refuse: 'too_large', status: 413 }
          : { ...photo, name },
    );

    expect(screen.getByText('Noch keine Datei.')).toBeTruthy();
    const files = ['Plan.jpg', 'Rechnung.pdf', 'Film.mp4'].map((name) => new File(['x'], name));
    await user.upload(screen.getByLabelText('Datei hinzufügen', { selector: 'input' }), files);

    expect(await screen.findByText('Die Datei ist ein Programm, auch wenn sie anders heißt.')).toBeTruthy();
    expect(screen.getByText('Rechnung.pdf wurde nicht angenommen')).toBeTruthy();
    expect(screen.getByText('Die Datei ist größer als 25 MB.')).toBeTruthy();
    expect(within(screen.getByRole('list', { name: 'Anlagen' })).getByText('Plan.jpg')).toBeTruthy();
    expect(onChanged.mock.lastCall?.[0]).toMatchObject({ attachments: [{ name: 'Plan.jpg' }] });
  });

  test('are removed after a question', async () => {
    const { user, server } = await draw({ attachments: [photo], origin: 'mail' });
    server.answers(removeAttachment, { removed: true });
    const press = () => user.click(screen.getByRole('button', { name: 'Schloss.jpg entfernen' }));
    await press();
    const question = await findDialog('Datei entfernen?');
    expect(question.getByText(/In Ihrem Postfach bleibt sie an der E-Mail/)).toBeTruthy();
    await user.click(question.getByText('Abbrechen'));
    await waitFor(() => expect(screen.queryByText('Datei entfernen?')).toBeNull());
    expect(server.lettersTo(removeAttachment)).toEqual([]);
    await press();
    await user.click((await findDialog('Datei entfernen?')).getByText('Entfernen'));

    expect(await screen.findByText('Noch keine Datei.')).toBeTruthy();
    expect(server.lettersTo(removeAttachment).map(({ input }) => input)).toEqual([{ id: photo.id }]);
  });

  test('who may not change them sees them only', async () => {
    await draw({ attachments: [photo], canUndo: false });

    expect(screen.getByText('Schloss.jpg')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /entfernen|hinzufügen/ })).toBeNull();
  });
});

// @vitest-environment jsdom
// Closing with the customer's satisfaction: the draft of the closing mail, and the answer.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { prepareClosingMail, type ClosingMail } from '#contract/complaint-survey.ts';
import type { Complaint } from '#contract/complaint.ts';
import { buildComplaint } from '#contract/examples-work.ts';
import { SatisfactionSection } from '#screens/complaint/satisfaction-section.tsx';
import { closingDraft, mailAddress } from '#screens/complaint/closing-mail.ts';
import type { Language } from '#screens/messages/use-messages.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const url = `https://cockpit.brenner-lohse.test/survey/${'s'.repeat(43)}`;
const mail: ClosingMail = {
  language: 'de',
  recipient: { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
  companyName: 'Brenner & Lohse Fachgroßhandel GmbH',
  survey: { url, expiresAt: '2026-10-03T11:58:00Z' },
};
const closed: Partial<Complaint> = { state: 'closed', outcome: 'Ersatz <geliefert>' };

type Drawing = {
  complaint?: Partial<Complaint>;
  mail?: ClosingMail;
  language?: Language;
  onReplyWith?: (html: string) => Promise<void>;
};

function drawSatisfaction({ complaint = closed, language = 'de', onReplyWith, ...given }: Drawing = {}) {
  const server = createSignedInServer().answers(prepareClosingMail, given.mail ?? mail);
  const shown = buildComplaint(complaint);
  const section = <SatisfactionSection complaint={shown} onReplyWith={onReplyWith} />;
  return { ...drawScreen(server, section, { language }), server };
}

describe('satisfaction', () => {
  it('a closed complaint offers the closing mail, to copy or to open in a mail', async () => {
    const { user, server } = drawSatisfaction();
    expect(screen.getByText('Der Kunde hat noch nicht geantwortet.')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Abschluss-E-Mail schreiben' }));
    const draft = within(await screen.findByRole('group', { name: 'Entwurf der Abschluss-E-Mail' }));
    await user.click(draft.getByRole('button', { name: 'Text kopieren' }));

    expect(await draft.findByText('Text kopiert')).toBeTruthy();
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('Guten Tag Sabine Tietz,');
    expect(copied).toContain(url);
    expect(draft.getByText('An Sabine Tietz, s.tietz@hollerbach-metallbau.test')).toBeTruthy();
    expect(draft.getByText(/Gesendet wird erst, wenn .* gilt bis 03\.10\.2026\./)).toBeTruthy();
    const href = draft.getByRole('link', { name: 'In E-Mail öffnen' }).getAttribute('href');
    expect(href).toMatch(/^mailto:s\.tietz@hollerbach-metallbau\.test\?subject=Ihre%20Reklamation/);
    expect(server.lettersTo(prepareClosingMail)).toHaveLength(1);
  });

  it('beside the mail it opens as a reply, with five faces and nothing of the text as markup', async () => {
    const onReplyWith = vi.fn(() => Promise.resolve());
    const { user } = drawSatisfaction({ onReplyWith });

    await user.click(screen.getByRole('button', { name: 'Abschluss-E-Mail schreiben' }));
    await user.click(await screen.findByRole('button', { name: 'Als Antwort öffnen' }));

    expect(await screen.findByText('Antwortentwurf geöffnet')).toBeTruthy();
    const html = String(onReplyWith.mock.calls[0]?.at(0));
    expect(html.match(/\?score=[1-5]"/g)).toHaveLength(5);
    expect(html).toContain('Ersatz &lt;geliefert&gt;');
    expect(html).toContain('Brenner &amp; Lohse');
  });

  it('says so when the reply or the copying does not work', async () => {
    const onReplyWith = vi.fn(() => Promise.reject(new Error('no reply')));
    const { user } = drawSatisfaction({ onReplyWith });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));

    await user.click(screen.getByRole('button', { name: 'Abschluss-E-Mail schreiben' }));
    await user.click(await screen.findByRole('button', { name: 'Als Antwort öffnen' }));
    expect(await screen.findByText(/Antwortentwurf nicht geöffnet/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Text kopieren' }));

    expect(await screen.findByText(/Bitte markieren Sie den Text selbst/)).toBeTruthy();
  });

  it('whoever objected to e-mails is not asked, and the reader learns why', async () => {
    const { user } = drawSatisfaction({ mail: { ...mail, survey: null } });

    await user.click(screen.getByRole('button', { name: 'Abschluss-E-Mail schreiben' }));

    expect(await screen.findByText(/Sabine Tietz hat E-Mails widersprochen/)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Wie zufrieden|survey/);
  });

  it('a refusal is explained, and nothing is shown as a draft', async () => {
    const { user, server } = drawSatisfaction();
    server.answers(prepareClosingMail, { refuse: 'transition_not_allowed', status: 409 });

    await user.click(screen.getByRole('button', { name: 'Abschluss-E-Mail schreiben' }));

    expect(await screen.findByText('Entwurf nicht erstellt')).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('shows what the customer answered, and that he thought better of it', async () => {
    const satisfaction = {
      score: 2,
      comment: 'Wieder undicht',
      answeredAt: '2026-09-03T11:30:00Z',
      isChanged: true,
    };
    drawSatisfaction({ complaint: { ...closed, satisfaction } });

    const row = await waitFor(() => screen.getByRole('listitem'));
    expect(row.textContent).toMatch(/2 von 5: Unzufrieden.*Wieder undicht.*geändert/);
  });

  it('speaks English to the reader, and the customer’s language to the customer', async () => {
    const { user } = drawSatisfaction({ language: 'en' });

    await user.click(screen.getByRole('button', { name: 'Write closing email' }));

    expect(await screen.findByText(/Guten Tag Sabine Tietz/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy text' })).toBeTruthy();
  });
});

describe('the draft', () => {
  const told = {
    title: 'Tür klemmt',
    number: 'RK-26-0001',
    outcome: 'Neu eingestellt',
    state: 'closed' as const,
  };

  it('of an answered complaint does not say that it is over', () => {
    const { text } = closingDraft(
      { ...told, state: 'answered' },
      { ...mail, language: 'en', recipient: null },
    );

    expect(text).toMatch(/^Hello,\n\nWe have answered your complaint/);
    expect(text).not.toMatch(/Neu eingestellt|closed/);
  });

  it('keeps its lines in a mail program', () => {
    const address = mailAddress('a&b@x.test', closingDraft(told, mail));

    expect(address).toMatch(/^mailto:a%26b@x\.test\?subject=/);
    expect(decodeURIComponent(address)).toContain('Guten Tag Sabine Tietz,\r\n\r\n');
  });
});

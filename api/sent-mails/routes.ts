// Endpoints of logging on send.
import { getMailSettings, listSentMails, setMailSettings, tellSentMail } from '#contract/sent-mail.ts';
import type { Serve } from '#api/http/serve.ts';
import * as sentMails from './sent-mails.ts';

/** Registers the endpoints under /api/sent-mails and /api/mail-settings. */
export function sentMailRoutes(serve: Serve): void {
  serve(getMailSettings, (_input, { deps, user }) => sentMails.settings(deps, user));
  serve(setMailSettings, (input, { deps, user }) => sentMails.change(deps, user, input));
  serve(tellSentMail, (input, { deps, user }) => sentMails.tell(deps, user, input));
  serve(listSentMails, (_input, { deps, user }) => sentMails.list(deps, user));
}

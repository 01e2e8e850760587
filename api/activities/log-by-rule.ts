// Logging without a form: what would be proposed is what is stored, and the never-log list knows no exception.
import type { logActivity } from '#contract/activity.ts';
import type { Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import type { Deps } from '#api/deps.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { log, type LogRule } from './log.ts';
import { preview } from './preview.ts';

/** Logs the mail by a rule, in the caller's transaction; a mail of the never-log list answers `never_log`. */
export async function logByRule(
  deps: Deps,
  user: SignedInUser,
  { customerId, mail, rule }: { customerId: string; mail: Mail; rule: LogRule },
): Promise<Reply<typeof logActivity>> {
  const proposed = await preview(deps, user, { mail, customerId });
  const chosen = <T extends { id: string; suggested: boolean }>(all: readonly T[]) =>
    all.filter((one) => one.suggested);
  const input = {
    customerId,
    contactId: null,
    mail,
    touch: null,
    editedText: null,
    keepQuotedHistory: false,
    attachmentIds: chosen(proposed.attachments).map(({ id }) => id),
    links: chosen(proposed.links).map(({ kind, id }) => ({ kind, id })),
    visibility: 'team' as const,
    followUp: null,
    exception: false,
  };
  return log(deps, user, input, rule);
}

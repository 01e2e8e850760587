// What the pane does with the mail being written beside it; downloaded only there, so apart from office-host.ts.
import { draftKeys } from './draft-keys.ts';

const draft = () => Office.context.mailbox.item as unknown as Office.MessageCompose; // The pane is beside a draft.

function ask<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((done, failed) => {
    start((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) done(result.value);
      else failed(new Error(result.error.message));
    });
  });
}

/** Whether this mail is not to be logged when it is sent; null where Outlook keeps nothing with a draft (before Mailbox 1.15). */
export async function readException(): Promise<boolean | null> {
  const { sessionData } = draft();
  if (sessionData === undefined) return null;
  // Nothing kept yet is an error in some hosts.
  const kept = await ask<string>((done) => sessionData.getAsync(draftKeys.exception, done)).catch(() => '');
  return kept === 'yes';
}

/** Keeps it with the draft, where the handler of sending reads it. */
export async function keepException(isExcepted: boolean): Promise<void> {
  await keep(draftKeys.exception, isExcepted ? 'yes' : 'no');
}

/** What the handlers know of this draft is asked anew when it is sent. */
export async function forgetFacts(): Promise<void> {
  if (draft().sessionData !== undefined) await keep(draftKeys.facts, '');
}

async function keep(name: string, value: string): Promise<void> {
  const { sessionData } = draft();
  await ask<unknown>((done) => sessionData.setAsync(name, value, done));
}

// Entry of the handlers that Outlook runs by itself while a mail is written and sent. A bundle of its own without React or
// DOM; in classic Outlook on Windows it runs without a page. The manifests name these functions.
import { sendHost } from '#addin/host/send-host.ts';
import { decideSend, prepareSend } from './send-handlers.ts';

type ComposeEvent = Pick<Office.MailboxEvent, 'completed'>;

/** The guard: what it says can be passed with "Trotzdem senden"; an error of ours lets the mail go. */
function onMessageSend(event: ComposeEvent): void {
  void decideSend(sendHost).then((errorMessage) => {
    if (errorMessage === null) event.completed({ allowEvent: true });
    else {
      const sendModeOverride = Office.MailboxEnums.SendModeOverride?.PromptUser;
      const override = sendModeOverride === undefined ? {} : { sendModeOverride };
      event.completed({ allowEvent: false, errorMessage, ...override });
    }
  });
}

function onDraftChanged(event: ComposeEvent): void {
  void prepareSend(sendHost)
    .catch(() => undefined)
    .then(() => event.completed());
}

const handlers = {
  onKundencockpitCompose: onDraftChanged,
  onKundencockpitRecipients: onDraftChanged,
  onKundencockpitAttachments: onDraftChanged,
  onKundencockpitSend: onMessageSend,
};

/** On a page Office.js comes when it likes, and runs no handler before somebody waited for it. */
function joinPage(): void {
  if (typeof Office === 'undefined' || typeof Office.onReady !== 'function') setTimeout(joinPage, 20);
  else void Office.onReady();
}

// Office.js on a page looks for global functions of these names; the runtime without one knows only what is associated.
Object.assign(globalThis, handlers);
if (typeof document === 'undefined') {
  for (const [name, handle] of Object.entries(handlers)) Office.actions.associate(name, handle);
} else {
  joinPage();
}

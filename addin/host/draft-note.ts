// What stands above a draft in Outlook itself, so that it is seen with the pane closed; at most 150 characters.
const key = 'kundencockpit.log-on-send';

/** Shows the text, in place of the one before; null takes it away. */
export function showDraftNote(text: string | null): Promise<void> {
  const item = Office.context.mailbox.item as Office.MessageCompose | undefined; // beside a draft
  const notes = item?.notificationMessages;
  if (notes === undefined) return Promise.resolve();
  const type = Office.MailboxEnums.ItemNotificationMessageType.InformationalMessage;
  return new Promise((done) => {
    // Taking away what is not there fails, which is as good.
    if (text === null) notes.removeAsync(key, () => done());
    else notes.replaceAsync(key, { type, message: text, icon: 'none', persistent: false }, () => done());
  });
}

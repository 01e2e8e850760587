// Names under which Outlook keeps something for us: with a draft, where handlers and pane find it, and in the mailbox.
export const draftKeys = {
  facts: 'kundencockpit.send-facts',
  id: 'kundencockpit.send-id',
  exception: 'kundencockpit.not-logged',
} as const;
export const roamingKeys = {
  choice: 'kundencockpit.log-on-send',
  waiting: 'kundencockpit.sent-mails',
} as const;

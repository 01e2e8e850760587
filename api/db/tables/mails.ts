// Row types of corrected matches of mail addresses, of mails never logged, of conversations followed and of sent mails.

interface MatchCorrection {
  organization_id: string;
  address: string;
  customer_id: string;
  corrected_by: string;
  corrected_at: Date;
}

interface NeverLog {
  organization_id: string;
  id: string;
  kind: 'address' | 'domain';
  value: string;
  owner_id: string | null;
  added_by: string;
  added_at: Date;
}

interface MailThread {
  organization_id: string;
  id: string;
  user_id: string;
  conversation_id: string;
  customer_id: string;
  mode: 'offer' | 'automatic';
  subject: string;
  started_at: Date;
}

interface MailSetting {
  organization_id: string;
  user_id: string;
  log_on_send: boolean;
  since_at: Date;
}

interface SentMail {
  organization_id: string;
  user_id: string;
  id: string;
  subject: string;
  recipients: string[];
  sent_at: Date;
  state: 'waiting' | 'waiting_for_sign_in' | 'logged' | 'not_logged';
  reason: string | null;
  activity_id: string | null;
  message_id: string | null;
}

interface MailboxSync {
  organization_id: string;
  user_id: string;
  folder: 'sentitems' | 'inbox';
  delta_link: string | null;
  read_at: Date;
  tried_at: Date;
  not_before: Date | null;
}

/** Tables of this room by their name. */
export interface MailTables {
  mail_setting: MailSetting;
  mailbox_sync: MailboxSync;
  sent_mail: SentMail;
  mail_thread: MailThread;
  match_correction: MatchCorrection;
  never_log: NeverLog;
}

// Row types of corrected matches of mail addresses, of mails never logged and of conversations followed.

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

/** Tables of this room by their name. */
export interface MailTables {
  mail_thread: MailThread;
  match_correction: MatchCorrection;
  never_log: NeverLog;
}

// Row types of contacts with customers, their links and files.
import type { Generated } from 'kysely';

interface Activity {
  organization_id: string;
  id: string;
  version: Generated<number>;
  customer_id: string;
  contact_id: string | null;
  kind: string;
  direction: 'inbound' | 'outbound';
  subject: string;
  body_text: Generated<string>;
  occurred_at: Date;
  duration_minutes: number | null;
  visibility: Generated<'me' | 'team' | 'all'>;
  message_id: string | null;
  conversation_id: string | null;
  from_address: string | null;
  has_quoted_history: Generated<boolean>;
  logged_by: string | null;
  logged_at: Date;
  undone_at: Date | null;
  undone_by: string | null;
  updated_by: string | null;
  logged_by_rule: 'reply' | 'sent' | null;
}

interface ActivityLink {
  organization_id: string;
  activity_id: string;
  kind: 'complaint' | 'quote' | 'order' | 'invoice' | 'project';
  record_id: string;
  label: string;
}

interface Attachment {
  organization_id: string;
  id: string;
  activity_id: string;
  name: string;
  content_type: string;
  size_bytes: number;
  state: Generated<'pending' | 'stored' | 'waiting_for_sign_in' | 'failed' | 'refused'>;
  problem: string | null;
  sha256: Buffer | null;
  graph_mailbox: string | null;
  graph_message_id: string | null;
  graph_attachment_id: string | null;
}

interface AttachmentContent {
  organization_id: string;
  sha256: Buffer;
  bytes: Buffer;
}

/** A message of Teams that was logged; it became this entry. */
interface ChatMessage {
  organization_id: string;
  activity_id: string;
  message_key: string;
  link: string | null;
}

/** Tables of this room by their name. */
export interface ActivityTables {
  activity: Activity;
  activity_link: ActivityLink;
  attachment: Attachment;
  attachment_content: AttachmentContent;
  chat_message: ChatMessage;
}

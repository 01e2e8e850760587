// Row types of follow-ups and their way to To Do.
import type { Generated } from 'kysely';

interface FollowUp {
  organization_id: string;
  id: string;
  version: Generated<number>;
  customer_id: string;
  owner_id: string;
  title: string;
  due_on: string;
  activity_id: string | null;
  complaint_id: string | null;
  mail_link: string | null;
  completed_at: Date | null;
  completed_by: string | null;
  to_do_state: Generated<'pending' | 'in_to_do' | 'waiting_for_sign_in' | 'failed'>;
  to_do_problem: string | null;
  to_do_next_attempt_at: Date | null;
  to_do_list_id: string | null;
  to_do_task_id: string | null;
  to_do_sent_version: number | null;
  created_by: string;
  created_at: Date;
}

interface ToDoSync {
  organization_id: string;
  user_id: string;
  list_id: string | null;
  delta_link: string | null;
  synced_at: Date | null;
}

/** Tables of this room by their name. */
export interface FollowUpTables {
  follow_up: FollowUp;
  to_do_sync: ToDoSync;
}

// Row types of complaints and their escalations.
import type { Generated } from 'kysely';

interface Complaint {
  organization_id: string;
  id: string;
  version: Generated<number>;
  number: string;
  customer_id: string;
  title: string;
  description: Generated<string>;
  category: string;
  severity: 'low' | 'medium' | 'high';
  state: Generated<'open' | 'in_progress' | 'answered' | 'closed'>;
  order_id: string | null;
  owner_id: string;
  reported_by: string | null;
  received_at: Date;
  first_answer_due_at: Date;
  first_answer_hours: number;
  resolution_due_at: Date;
  resolution_hours: number;
  answered_at: Date | null;
  closed_at: Date | null;
  outcome: string | null;
  proposal: string | null;
  proposed_goodwill_cents: number | null;
  activity_id: string | null;
  location_id: string | null;
  cause_id: string | null;
  reckoned_from: Date | null;
  first_answer_warned_at: Date | null;
  resolution_warned_at: Date | null;
  next_on: string | null;
  reminded_on: string | null;
  reopened_count: Generated<number>;
  created_at: Date;
  updated_at: Date;
}

interface ComplaintMeasure {
  organization_id: string;
  id: string;
  complaint_id: string;
  kind: 'replacement' | 'credit' | 'repair' | 'apology' | 'goodwill';
  text: Generated<string>;
  cost_cents: Generated<number>;
  state: 'agreed' | 'requested' | 'refused';
  asked_by: string;
  asked_at: Date;
  decider_id: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  decision: string | null;
}

interface ComplaintPause {
  organization_id: string;
  id: string;
  complaint_id: string;
  reason: string;
  until_on: string;
  from_at: Date;
  until_at: Date | null;
  started_by: string | null;
  ended_by: string | null;
}

interface ComplaintSurvey {
  organization_id: string;
  id: string;
  complaint_id: string;
  token_hash: string;
  language: 'de' | 'en';
  contact_id: string | null;
  made_by: string;
  made_at: Date;
  expires_at: Date;
  score: number | null;
  comment: Generated<string>;
  answered_at: Date | null;
  answer_count: Generated<number>;
  activity_id: string | null;
  follow_up_id: string | null;
}

interface ComplaintEvent {
  organization_id: string;
  id: string;
  complaint_id: string;
  at: Date;
  by_id: string | null;
  kind: string;
  text: Generated<string>;
}

interface Escalation {
  organization_id: string;
  id: string;
  complaint_id: string;
  reason: 'severity_and_class' | 'deadline_missed';
  level: Generated<number>;
  state: Generated<'open' | 'taken_over' | 'asked_back' | 'decided' | 'stopped'>;
  raised_at: Date;
  raised_by: string | null;
  turn_id: string | null;
  deputy_at: Date | null;
  proposal: string | null;
  question: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  decision: string | null;
  goodwill_cents: number | null;
  card_state: Generated<'pending' | 'sent' | 'failed' | 'none'>;
}

interface EscalationCard {
  organization_id: string;
  escalation_id: string;
  user_id: string;
  conversation_id: string | null;
  activity_id: string | null;
  claimed_until: Date | null;
}

interface EscalationPress {
  organization_id: string;
  escalation_id: string;
  dedupe_key: string;
  pressed_by: string;
  pressed_at: Date;
}

/** Tables of this room by their name. */
export interface ComplaintTables {
  complaint: Complaint;
  complaint_event: ComplaintEvent;
  complaint_measure: ComplaintMeasure;
  complaint_pause: ComplaintPause;
  complaint_survey: ComplaintSurvey;
  escalation: Escalation;
  escalation_card: EscalationCard;
  escalation_press: EscalationPress;
}

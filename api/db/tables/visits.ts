// Row types of visits, their reports and what was heard there.
import type { Generated } from 'kysely';

interface Visit {
  organization_id: string;
  id: string;
  customer_id: string;
  user_id: string;
  starts_at: Date;
  reported_at: Date | null;
  version: Generated<number>;
  kind: Generated<'visit' | 'first_contact'>;
  duration_minutes: Generated<number>;
  subject: Generated<string>;
  place: string | null;
  note: string | null;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  cancel_reason: string | null;
  created_by: string | null;
  created_at: Generated<Date>;
  calendar_state: Generated<'none' | 'pending' | 'in_calendar' | 'waiting_for_sign_in' | 'failed'>;
  calendar_problem: string | null;
  calendar_next_attempt_at: Date | null;
  calendar_event_id: string | null;
  calendar_link: string | null;
  calendar_sent_version: number | null;
  calendar_round: Generated<number>;
}

interface VisitAnswer {
  organization_id: string;
  visit_id: string;
  question_id: string;
  question_text: string;
  answer: string;
}

interface VisitContact {
  organization_id: string;
  visit_id: string;
  contact_id: string;
  is_met: Generated<boolean>;
}

interface VisitProductGroup {
  organization_id: string;
  visit_id: string;
  product_group_id: string;
  interest: Generated<'talked' | 'interested' | 'not_interested'>;
}

interface VisitQuestion {
  organization_id: string;
  id: string;
  version: Generated<number>;
  position: Generated<number>;
  text: string;
  kind: 'yes_no' | 'score' | 'text';
  first_contact_only: Generated<boolean>;
  archived_at: Date | null;
}

interface VisitReport {
  organization_id: string;
  visit_id: string;
  version: Generated<number>;
  customer_id: string;
  activity_id: string;
  result: 'order' | 'quote_wanted' | 'good_talk' | 'nothing' | 'not_met';
  summary: Generated<string>;
  agreements: Generated<string>;
  next_visit_on: string | null;
  presented: Generated<string>;
  potential_cents: number | null;
  complaint_id: string | null;
  reported_by: string;
  reported_at: Date;
  updated_at: Date;
}

interface PriceHeard {
  organization_id: string;
  id: string;
  customer_id: string;
  product_group_id: string | null;
  product_text: Generated<string>;
  competitor: Generated<string>;
  price_cents: number;
  unit: Generated<string>;
  heard_on: string;
  heard_by: string | null;
  visit_id: string | null;
}

interface CalendarSync {
  organization_id: string;
  user_id: string;
  synced_at: Date;
}

/** Tables of this room by their name. */
export interface VisitTables {
  calendar_sync: CalendarSync;
  price_heard: PriceHeard;
  visit: Visit;
  visit_answer: VisitAnswer;
  visit_contact: VisitContact;
  visit_product_group: VisitProductGroup;
  visit_question: VisitQuestion;
  visit_report: VisitReport;
}

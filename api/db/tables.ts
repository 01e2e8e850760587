// Row types of every table, for Kysely. Written from the migrated schema; change the migration first.
import type { ColumnType, Generated } from 'kysely';

/** A jsonb column: read as parsed JSON, written as a JSON text or value. */
type Json = ColumnType<unknown, unknown, unknown>;

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
}

interface ActivityLink {
  organization_id: string;
  activity_id: string;
  kind: 'complaint' | 'quote' | 'order' | 'invoice' | 'project';
  record_id: string;
  label: string;
}

interface AppUser {
  organization_id: string;
  id: string;
  version: Generated<number>;
  entra_oid: string;
  short_name: string;
  name: string;
  email: string;
  job_title: string | null;
  role: 'sales' | 'manager' | 'admin' | 'partner' | null;
  manager_id: string | null;
  deputy_id: string | null;
  teams_conversation_id: string | null;
  teams_language: 'de' | 'en' | null;
  active: Generated<boolean>;
  last_seen_at: Date | null;
  created_at: Generated<Date>;
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

interface Attribute {
  organization_id: string;
  id: string;
  version: Generated<number>;
  record_kind: 'customer' | 'contact';
  key: string;
  label_de: string;
  label_en: string;
  type: 'text' | 'number' | 'date' | 'yes_no' | 'choice' | 'multiple_choice' | 'money';
  choices: Json;
  group_name: string | null;
  required: Generated<boolean>;
  visible_to: Generated<string[]>;
  searchable: Generated<boolean>;
  position: Generated<number>;
  retired_at: Date | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

interface Audit {
  organization_id: string;
  id: string;
  at: Date;
  user_id: string | null;
  action: string;
  record_kind: string;
  record_id: string;
  before: Json;
  after: Json;
  source: string;
  request_id: string | null;
}

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
  created_at: Date;
  updated_at: Date;
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

interface Choice {
  organization_id: string;
  id: string;
  version: Generated<number>;
  kind: 'target_group' | 'sector' | 'contact_role';
  name: string;
  position: Generated<number>;
}

interface Consent {
  organization_id: string;
  contact_id: string;
  channel: 'email' | 'phone' | 'letter' | 'sms';
  state: 'allowed' | 'objected';
  basis: string;
  since: string;
}

interface ConsentEvent {
  organization_id: string;
  id: string;
  contact_id: string;
  channel: 'email' | 'phone' | 'letter' | 'sms';
  step: 'allowed' | 'withdrawn' | 'objected' | 'objection_lifted';
  source: string;
  at: Date;
  recorded_by: string | null;
  recorded_at: Date;
}

interface Contact {
  organization_id: string;
  id: string;
  version: Generated<number>;
  customer_id: string;
  name: string;
  job_title: string | null;
  language: 'de' | 'en' | null;
  legal_basis: Generated<string>;
  salutation: 'ms' | 'mr' | 'neutral' | null;
  title: string | null;
  roles: Generated<string[]>;
  archived_at: Date | null;
  archived_by: string | null;
  merged_into_id: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  updated_by: string | null;
  attributes: Json;
}

interface ContactEmail {
  organization_id: string;
  address: string;
  contact_id: string;
  domain: ColumnType<string, never, never>;
  position: Generated<number>;
  kind: Generated<'work' | 'private' | 'other'>;
}

interface ContactPhone {
  organization_id: string;
  contact_id: string;
  position: Generated<number>;
  number: string;
  normalized: string;
  kind: Generated<'work' | 'mobile' | 'central' | 'private' | 'fax'>;
}

interface Customer {
  organization_id: string;
  id: string;
  version: Generated<number>;
  number: string | null;
  name: string;
  kind: Generated<'company' | 'private'>;
  phase: Generated<'acquisition' | 'development' | 'retention' | 'win_back'>;
  street: string | null;
  postcode: string | null;
  city: string | null;
  country: Generated<string>;
  phone: string | null;
  phone_normalized: string | null;
  target_group: string | null;
  sector: string | null;
  parent_id: string | null;
  employees: number | null;
  share_of_wallet_percent: number | null;
  payment_term_days: number | null;
  competitor: string | null;
  customer_since: string | null;
  owner_id: string | null;
  territory_id: string | null;
  listed_territory_id: string | null;
  territory_rule: 'list' | 'sector' | 'postcode' | 'owner' | null;
  territory_rule_value: string | null;
  legal_basis: Generated<string>;
  rating_letter: 'A' | 'B' | 'C' | null;
  rating_digit: '1' | '2' | '3' | null;
  revenue_12_months_cents: Generated<number>;
  margin_12_months_cents: number | null;
  rating_reason: Json;
  customer_value_cents: number | null;
  last_order_on: string | null;
  usual_order_days: number | null;
  blocked_at: Date | null;
  blocked_by: string | null;
  blocked_reason: string | null;
  archived_at: Date | null;
  archived_by: string | null;
  merged_into_id: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  updated_by: string | null;
  discount_percent: number | null;
  discount_days: number | null;
  credit_limit_cents: number | null;
  delivery_terms: string | null;
  attributes: Json;
}

interface CustomerAddress {
  organization_id: string;
  id: string;
  version: Generated<number>;
  customer_id: string;
  kind: 'delivery' | 'invoice' | 'site';
  label: Generated<string>;
  street: string | null;
  postcode: string | null;
  city: string | null;
  country: Generated<string>;
  removed_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

interface CustomerDomain {
  organization_id: string;
  domain: string;
  customer_id: string;
}

interface CustomerProductGroup {
  organization_id: string;
  customer_id: string;
  group_id: string;
}

interface CustomerShare {
  organization_id: string;
  customer_id: string;
  user_id: string;
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

interface IdempotencyKey {
  organization_id: string;
  user_id: string;
  key: string;
  endpoint: string;
  input_hash: Buffer;
  status: number | null;
  reply: Json;
  created_at: Date;
}

interface ImportSource {
  organization_id: string;
  id: string;
  version: Generated<number>;
  name: string;
  kind: string;
  place: 'upload' | 'folder' | 'endpoint';
  location: string | null;
  auth_kind: Generated<'none' | 'basic' | 'bearer' | 'api_key'>;
  auth_name: string | null;
  secret: string | null;
  map: Json;
  is_full_load: Generated<boolean>;
  run_at: string | null;
  next_run_at: Date | null;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
}

interface ImportFile {
  organization_id: string;
  id: string;
  name: string;
  size_bytes: number;
  uploaded_by: string | null;
  uploaded_at: Date;
  removed_at: Date | null;
}

interface ImportRun {
  organization_id: string;
  id: string;
  source_id: string | null;
  kind: string;
  file_id: string | null;
  file_name: string;
  is_dry_run: boolean;
  settings: Json;
  state: Generated<
    | 'waiting'
    | 'fetching'
    | 'checking'
    | 'writing'
    | 'finishing'
    | 'done'
    | 'failed'
    | 'cancelled'
    | 'undoing'
    | 'undone'
  >;
  rows_total: number | null;
  rows_read: Generated<number>;
  created: Generated<number>;
  changed: Generated<number>;
  same: Generated<number>;
  wrong: Generated<number>;
  kept: Generated<number>;
  missing: Generated<number>;
  problem: Json;
  cancel_asked: Generated<boolean>;
  started_by: string | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  undone_by: string | null;
  undone_at: Date | null;
  undo_kept: Generated<number>;
}

interface ImportProblem {
  organization_id: string;
  run_id: string;
  no: number;
  line: number;
  is_note: Generated<boolean>;
  problem: string;
  column_name: Generated<string>;
  value: Generated<string>;
  cells: Json;
}

interface ImportChange {
  organization_id: string;
  run_id: string;
  no: number;
  table_name: string;
  record_id: string;
  part: Generated<number>;
  action: 'created' | 'changed' | 'removed';
  before: Json;
  after: Json;
  undo_state: 'undone' | 'kept' | null;
  undo_reason: string | null;
}

interface ImportKey {
  organization_id: string;
  run_id: string;
  key: string;
  line: number;
}

interface ImportMemory {
  organization_id: string;
  source_id: string;
  kind: string;
  key: string;
  record_id: string;
  fields: Json;
}

interface ImportTouched {
  organization_id: string;
  run_id: string;
  kind: 'customer' | 'order';
  record_id: string;
  lines: Generated<number>;
}

interface Invoice {
  organization_id: string;
  id: string;
  number: string;
  customer_id: string;
  order_id: string | null;
  invoiced_on: string;
  due_on: string;
  total_cents: number;
  paid_cents: Generated<number>;
  paid_on: string | null;
  reminder_on: string | null;
}

interface Job {
  organization_id: string;
  id: string;
  name: string;
  payload: Json;
  singleton_key: string | null;
  state: Generated<'waiting' | 'running' | 'dead'>;
  run_at: Date;
  locked_until: Date | null;
  attempts: Generated<number>;
  last_error: string | null;
  created_at: Date;
}

interface MatchCorrection {
  organization_id: string;
  address: string;
  customer_id: string;
  corrected_by: string;
  corrected_at: Date;
}

interface NumberSeries {
  organization_id: string;
  kind: string;
  year: number;
  last: number;
}

interface OrderLine {
  organization_id: string;
  order_id: string;
  position: number;
  product_id: string | null;
  text: string;
  quantity: number;
  net_cents: number;
}

interface Organization {
  organization_id: string;
  name: string;
  internal_domains: Generated<string[]>;
  time_zone: Generated<string>;
  holiday_region: Generated<string>;
  workday_start: Generated<string>;
  workday_end: Generated<string>;
  visits_per_year: Json;
  rating_version: Generated<number>;
  rating_rules: Json;
  rating_strategy: Json;
  rated_on: string | null;
  duplicates_on: string | null;
  customer_visibility: Generated<'territory' | 'all'>;
  settings: Generated<Json>;
}

interface PortfolioCell {
  organization_id: string;
  territory_id: string;
  letter: 'A' | 'B' | 'C';
  digit: '1' | '2' | '3';
  customers: number;
}

interface Product {
  organization_id: string;
  id: string;
  number: string;
  name: string;
  group_id: string | null;
  unit: Generated<string>;
}

interface ProductGroup {
  organization_id: string;
  id: string;
  name: string;
}

interface Project {
  organization_id: string;
  id: string;
  customer_id: string;
  name: string;
  sum_cents: number | null;
  phase: string;
}

interface Quote {
  organization_id: string;
  id: string;
  number: string;
  customer_id: string;
  title: string;
  total_cents: number;
  chance_percent: number | null;
  sent_on: string;
  valid_until: string | null;
  state: Generated<'open' | 'won' | 'lost' | 'expired'>;
}

interface RatingHistory {
  organization_id: string;
  customer_id: string;
  on_day: string;
  letter: string;
  digit: string;
  reason: Json;
}

interface RatingMove {
  organization_id: string;
  customer_id: string;
}

interface RatingVersion {
  organization_id: string;
  version: number;
  rules: Json;
  strategy: Json;
  note: Generated<string>;
  moved: Generated<number>;
  saved_at: Date;
  saved_by: string | null;
}

interface RevenueMonth {
  organization_id: string;
  customer_id: string;
  month: string;
  cents: number;
  margin_cents: number | null;
}

interface SalesOrder {
  organization_id: string;
  id: string;
  number: string;
  customer_id: string;
  ordered_on: string;
  delivered_on: string | null;
  total_cents: number;
  margin_cents: number | null;
}

interface SavedList {
  organization_id: string;
  id: string;
  version: Generated<number>;
  kind: string;
  name: string;
  definition: Json;
  owner_id: string;
  shared_with: Generated<'own' | 'team' | 'all'>;
  editable_by: Generated<'owner' | 'readers'>;
  created_at: Date;
  updated_at: Date;
}

interface SearchDelete {
  organization_id: string;
  variant: string;
  word: string;
}

interface SearchPosting {
  organization_id: string;
  word: string;
  kind: string;
  record_id: string;
  customer_id: string;
}

interface AttachmentText {
  organization_id: string;
  attachment_id: string;
  text: string;
}

interface SearchAttributes {
  organization_id: string;
  seen: string;
}

interface SearchChange {
  organization_id: string;
  id: Generated<number>;
  words: string[];
  is_title: boolean;
  step: number;
}

interface SearchStale {
  organization_id: string;
  customer_id: string;
}

interface SearchTextDelete {
  organization_id: string;
  variant: string;
  word: string;
}

interface SearchTextWord {
  organization_id: string;
  word: string;
  texts: Generated<number>;
  is_title: Generated<boolean>;
  is_settled: Generated<boolean>;
}

interface SearchWord {
  organization_id: string;
  word: string;
  records: Generated<number>;
}

interface ServiceInterval {
  organization_id: string;
  id: string;
  customer_id: string;
  subject: string;
  product_id: string | null;
  every_months: number;
  last_on: string | null;
  next_on: string;
}

interface Territory {
  organization_id: string;
  id: string;
  name: string;
  version: Generated<number>;
  postcode_prefixes: Generated<string[]>;
  sectors: Generated<string[]>;
  owner_id: string | null;
}

interface ToDoSync {
  organization_id: string;
  user_id: string;
  list_id: string | null;
  delta_link: string | null;
  synced_at: Date | null;
}

interface UserTerritory {
  organization_id: string;
  user_id: string;
  territory_id: string;
}

interface CalendarSync {
  organization_id: string;
  user_id: string;
  synced_at: Date;
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

interface CustomerNumberAlias {
  organization_id: string;
  number: string;
  customer_id: string;
}

interface DuplicateCandidate {
  organization_id: string;
  customer_a: string;
  customer_b: string;
}

interface DuplicatePair {
  organization_id: string;
  id: string;
  customer_a: string;
  customer_b: string;
  score: number;
  reasons: Generated<string[]>;
  state: Generated<'open' | 'dismissed'>;
  dismissed_by: string | null;
  dismissed_at: Date | null;
  found_at: Date;
}

interface MergeMove {
  organization_id: string;
  merge_id: string;
  table_name: string;
  record_key: string;
  was_there: Generated<boolean>;
}

interface RecordMerge {
  organization_id: string;
  id: string;
  record_kind: 'customer' | 'contact';
  winner_id: string;
  loser_id: string;
  winner_before: Json;
  winner_after: Json;
  loser_before: Json;
  extra: Json;
  merged_by: string;
  merged_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
}

export interface Tables {
  activity: Activity;
  activity_link: ActivityLink;
  app_user: AppUser;
  attachment: Attachment;
  attachment_content: AttachmentContent;
  attribute: Attribute;
  audit: Audit;
  calendar_sync: CalendarSync;
  complaint: Complaint;
  complaint_event: ComplaintEvent;
  choice: Choice;
  consent: Consent;
  consent_event: ConsentEvent;
  contact: Contact;
  contact_email: ContactEmail;
  contact_phone: ContactPhone;
  customer: Customer;
  customer_address: CustomerAddress;
  customer_domain: CustomerDomain;
  customer_number_alias: CustomerNumberAlias;
  customer_product_group: CustomerProductGroup;
  customer_share: CustomerShare;
  duplicate_candidate: DuplicateCandidate;
  duplicate_pair: DuplicatePair;
  escalation: Escalation;
  escalation_card: EscalationCard;
  escalation_press: EscalationPress;
  follow_up: FollowUp;
  idempotency_key: IdempotencyKey;
  import_change: ImportChange;
  import_file: ImportFile;
  import_key: ImportKey;
  import_memory: ImportMemory;
  import_problem: ImportProblem;
  import_run: ImportRun;
  import_source: ImportSource;
  import_touched: ImportTouched;
  invoice: Invoice;
  job: Job;
  match_correction: MatchCorrection;
  merge_move: MergeMove;
  number_series: NumberSeries;
  order_line: OrderLine;
  organization: Organization;
  portfolio_cell: PortfolioCell;
  price_heard: PriceHeard;
  product: Product;
  product_group: ProductGroup;
  project: Project;
  quote: Quote;
  rating_history: RatingHistory;
  rating_move: RatingMove;
  rating_version: RatingVersion;
  record_merge: RecordMerge;
  revenue_month: RevenueMonth;
  sales_order: SalesOrder;
  saved_list: SavedList;
  attachment_text: AttachmentText;
  search_attributes: SearchAttributes;
  search_change: SearchChange;
  search_delete: SearchDelete;
  search_posting: SearchPosting;
  search_stale: SearchStale;
  search_text_delete: SearchTextDelete;
  search_text_word: SearchTextWord;
  search_word: SearchWord;
  service_interval: ServiceInterval;
  territory: Territory;
  to_do_sync: ToDoSync;
  user_territory: UserTerritory;
  visit: Visit;
  visit_answer: VisitAnswer;
  visit_contact: VisitContact;
  visit_product_group: VisitProductGroup;
  visit_question: VisitQuestion;
  visit_report: VisitReport;
}

// What people do with customers, as lists: contacts, what was said, follow-ups, complaints, visits.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import {
  attributeFields,
  choice,
  choicesOf,
  date,
  inGroup,
  moment,
  money,
  number,
  text,
  yesNo,
} from '../field.ts';
import type { CatalogueContext, Field } from '../field.ts';
import { ofVisibleCustomers } from '../kind.ts';
import type { Kind } from '../kind.ts';
import { customerFields } from './customer.ts';

const base = { where: ofVisibleCustomers, sources: {}, leavesOut: null };

function person(
  context: CatalogueContext,
  name: string,
  label: string,
  expression: RawBuilder<unknown>,
): Field {
  return choice(name, label, expression, { choices: context.people, isPerson: true });
}

export const contactKind: Kind = {
  ...base,
  table: 'contact',
  alias: 'k',
  columns: ['name', 'job_title', 'customer.name', 'email', 'phone', 'customer.city'],
  leavesOut: { field: 'archived', unless: sql<boolean>`(k.archived_at is null and c.archived_at is null)` },
  fields: (context) => [
    ...inGroup('Ansprechpartner | Contact', [
      text('name', 'Name | Name', sql`k.name`, { isFilled: true }),
      text('job_title', 'Funktion | Job title', sql`k.job_title`),
      text('roles', 'Rollen | Roles', sql`nullif(array_to_string(k.roles, ', '), '')`),
      text('email', 'E-Mail | E-mail', mainAddress),
      text('phone', 'Telefon | Phone', mainNumber),
      choice('language', 'Sprache | Language', sql`k.language`, {
        choices: choicesOf({ de: 'Deutsch | German', en: 'Englisch | English' }),
      }),
      yesNo('archived', 'Archiviert | Archived', sql`(k.archived_at is not null)`, {
        isFilled: true,
      }),
      moment('created_at', 'Angelegt am | Created', sql`k.created_at`, { isFilled: true }),
    ]),
    ...attributeFields(context, 'contact', 'k'),
    ...customerFields(context),
  ],
};
const mainAddress = sql`(select e.address from contact_email e where e.organization_id = k.organization_id
  and e.contact_id = k.id order by e.position, e.address limit 1)`;
const mainNumber = sql`(select p.number from contact_phone p where p.organization_id = k.organization_id
  and p.contact_id = k.id order by p.position limit 1)`;

export const activityKind: Kind = {
  ...base,
  table: 'activity',
  alias: 'r',
  columns: ['occurred_at', 'kind', 'subject', 'customer.name', 'logged_by'],
  where: (user) =>
    sql<boolean>`(${visibleCustomers(user, 'c')} and ${visibleActivities(user, 'r')} and r.undone_at is null)`,
  fields: (context) => [
    ...inGroup('Kontakt | Activity', [
      text('subject', 'Betreff | Subject', sql`r.subject`, { isFilled: true }),
      choice('kind', 'Kanal | Channel', sql`r.kind`, { choices: channels }),
      choice('direction', 'Richtung | Direction', sql`r.direction`, {
        choices: choicesOf({ inbound: 'Eingang | Inbound', outbound: 'Ausgang | Outbound' }),
      }),
      moment('occurred_at', 'Wann | When', sql`r.occurred_at`, { isFilled: true }),
      number('duration_minutes', 'Dauer in Minuten | Duration in minutes', sql`r.duration_minutes`),
      text('text', 'Text | Text', sql`left(r.body_text, 2000)`),
      person(context, 'logged_by', 'Abgelegt von | Logged by', sql`r.logged_by`),
    ]),
    ...customerFields(context),
  ],
};
const channels = choicesOf({
  email: 'E-Mail | E-mail',
  call: 'Anruf | Call',
  visit: 'Besuch | Visit',
  chat: 'Chat | Chat',
  meeting: 'Besprechung | Meeting',
  letter: 'Brief | Letter',
  fax: 'Fax | Fax',
  sms: 'SMS | Text message',
  web: 'Web | Web',
  order: 'Auftrag | Order',
  quote: 'Angebot | Quote',
  complaint: 'Reklamation | Complaint',
});

/** Seen by whoever sees the customer, and always by the person it was given to. */
function visibleFollowUps(user: SignedInUser): RawBuilder<boolean> {
  return sql<boolean>`(r.organization_id = ${user.organizationId}::uuid
    and (r.owner_id = ${user.id}::uuid or ${visibleCustomers(user, 'c')}))`;
}

export const followUpKind: Kind = {
  ...base,
  table: 'follow_up',
  alias: 'r',
  columns: ['due_on', 'title', 'customer.name', 'owner', 'completed'],
  where: visibleFollowUps,
  fields: (context) => [
    ...inGroup('Wiedervorlage | Follow-up', [
      text('title', 'Was | What', sql`r.title`, { isFilled: true }),
      date('due_on', 'Fällig | Due', sql`r.due_on`, { isFilled: true }),
      person(context, 'owner', 'Zuständig | Owner', sql`r.owner_id`),
      yesNo('completed', 'Erledigt | Completed', sql`(r.completed_at is not null)`, {
        isFilled: true,
      }),
      moment('completed_at', 'Erledigt am | Completed at', sql`r.completed_at`),
      moment('created_at', 'Angelegt am | Created', sql`r.created_at`, { isFilled: true }),
    ]),
    ...customerFields(context),
  ],
};

export const complaintKind: Kind = {
  ...base,
  table: 'complaint',
  alias: 'r',
  columns: ['number', 'title', 'customer.name', 'category', 'severity', 'state', 'received_at', 'owner'],
  fields: (context) => [
    ...inGroup('Reklamation | Complaint', [
      text('number', 'Nummer | Number', sql`r.number`, { isFilled: true }),
      text('title', 'Titel | Title', sql`r.title`, { isFilled: true }),
      text('description', 'Beschreibung | Description', sql`left(r.description, 2000)`),
      choice('category', 'Kategorie | Category', sql`r.category`, { choices: categories }),
      choice('severity', 'Schwere | Severity', sql`r.severity`, {
        choices: choicesOf({ low: 'Gering | Low', medium: 'Mittel | Medium', high: 'Hoch | High' }),
      }),
      choice('state', 'Stand | State', sql`r.state`, { choices: complaintStates }),
      person(context, 'owner', 'Zuständig | Owner', sql`r.owner_id`),
      moment('received_at', 'Eingang | Received', sql`r.received_at`, { isFilled: true }),
      moment('first_answer_due_at', 'Erstantwort bis | First answer due', sql`r.first_answer_due_at`, {
        isFilled: true,
      }),
      moment('answered_at', 'Beantwortet | Answered', sql`r.answered_at`),
      moment('resolution_due_at', 'Lösung bis | Resolution due', sql`r.resolution_due_at`, {
        isFilled: true,
      }),
      moment('closed_at', 'Abgeschlossen | Closed', sql`r.closed_at`),
      money('goodwill', 'Kulanz vorgeschlagen | Goodwill proposed', sql`r.proposed_goodwill_cents`),
    ]),
    ...customerFields(context),
  ],
};
const categories = choicesOf({
  product_defect: 'Produktmangel | Product defect',
  wrong_delivery: 'Falschlieferung | Wrong delivery',
  late_delivery: 'Lieferverzug | Late delivery',
  transport_damage: 'Transportschaden | Transport damage',
  billing: 'Rechnung | Billing',
  service: 'Service | Service',
  other: 'Sonstiges | Other',
});
const complaintStates = choicesOf({
  open: 'Offen | Open',
  in_progress: 'In Bearbeitung | In progress',
  answered: 'Beantwortet | Answered',
  closed: 'Abgeschlossen | Closed',
});

export const visitKind: Kind = {
  ...base,
  table: 'visit',
  alias: 'r',
  columns: ['starts_at', 'customer.name', 'customer.city', 'customer.rating', 'user', 'reported'],
  leavesOut: { field: 'cancelled', unless: sql<boolean>`r.cancelled_at is null` },
  fields: (context) => [
    ...inGroup('Besuch | Visit', [
      moment('starts_at', 'Beginn | Start', sql`r.starts_at`, { isFilled: true }),
      text('subject', 'Betreff | Subject', sql`r.subject`),
      person(context, 'user', 'Wer | Who', sql`r.user_id`),
      yesNo('reported', 'Bericht liegt vor | Reported', sql`(r.reported_at is not null)`, {
        isFilled: true,
      }),
      moment('reported_at', 'Bericht vom | Report of', sql`r.reported_at`),
      number('duration_minutes', 'Dauer in Minuten | Duration in minutes', sql`r.duration_minutes`),
      yesNo('cancelled', 'Abgesagt | Cancelled', sql`(r.cancelled_at is not null)`, {
        isFilled: true,
      }),
    ]),
    ...customerFields(context),
  ],
};

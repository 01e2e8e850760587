// Use-cases of the survey after a complaint: the link for the closing mail, and the answer of whoever holds it.
import type { ClosingMail, prepareClosingMail } from '#contract/complaint-survey.ts';
import type { Parsed } from '#contract/endpoint.ts';
import * as activities from '#api/activities/activities.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import * as followUps from '#api/follow-ups/follow-ups.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { calendarOf } from './calendar.ts';
import { findColleague, findDecider } from './intake-store.ts';
import type { ComplaintRow } from './row.ts';
import * as store from './store.ts';
import { expiryOf, hashSecret, isBad, isOpen, isSecret, mayAnswer, newSecret } from './survey-rules.ts';
import type { SurveyRow } from './survey-store.ts';
import * as surveyStore from './survey-store.ts';
import { addWorkingMinutes } from './working-time.ts';

/** Where the page of a survey is; `secret` stands behind it. */
export const surveyPath = '/survey';

const questionMinutes = 4 * 60;

/** Makes a link for the closing mail; whoever objected to being asked by e-mail gets a mail without one. */
export function prepare(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof prepareClosingMail>,
): Promise<ClosingMail> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const complaint = await store.getComplaintRow(trx, user, input.id);
    if (!['answered', 'closed'].includes(complaint.state)) throw new AppError('transition_not_allowed');
    const { customer_id: customerId, activity_id: activityId } = complaint;
    const recipient = await surveyStore.findRecipient(trx, { organizationId, customerId, activityId });
    const language = recipient?.language ?? 'de';
    const isAsked = recipient === null || !recipient.objected;
    return {
      language,
      recipient: recipient && { name: recipient.name, address: recipient.address ?? '' },
      companyName: await surveyStore.readCompanyName(trx, organizationId),
      survey: isAsked
        ? await makeLink(deps, trx, { user, complaint, language, contactId: recipient?.id ?? null })
        : null,
    };
  });
}

interface NewLink {
  readonly user: SignedInUser;
  readonly complaint: ComplaintRow;
  readonly language: 'de' | 'en';
  readonly contactId: string | null;
}

async function makeLink(
  deps: Deps,
  trx: Query,
  { user, complaint, language, contactId }: NewLink,
): Promise<ClosingMail['survey']> {
  const { organizationId } = user;
  const now = deps.clock.now();
  const secret = newSecret();
  const [id, expiresAt] = [newId(), expiryOf(now)];
  await surveyStore.insertSurvey(trx, {
    organization_id: organizationId,
    id,
    complaint_id: complaint.id,
    token_hash: hashSecret(secret),
    language,
    contact_id: contactId,
    made_by: user.id,
    made_at: now,
    expires_at: expiresAt,
    score: null,
    answered_at: null,
    activity_id: null,
    follow_up_id: null,
  });
  const event = { complaintId: complaint.id, at: now, byId: user.id, kind: 'survey_prepared' };
  await store.addEvent(trx, organizationId, event);
  await writeAudit(trx, user, {
    action: 'complaint.survey_prepared',
    recordKind: 'complaint',
    recordId: complaint.id,
    after: { surveyId: id, language, contactId, expiresAt },
    at: now,
  });
  return { url: `${deps.config.publicUrl}${surveyPath}/${secret}`, expiresAt: expiresAt.toISOString() };
}

/** What the page shows: nothing of the customer, only who asks and what was answered. */
export interface AskedSurvey {
  readonly language: 'de' | 'en';
  readonly companyName: string;
  readonly timeZone: string;
  readonly expiresAt: Date;
  readonly score: number | null;
  readonly mayAnswer: boolean;
}

/** The survey behind a link; null for what was never given out, and for what has expired. */
export function find(deps: Deps, secret: string): Promise<AskedSurvey | null> {
  return deps.db.system(async (trx) => {
    const row = await findOpen(deps, trx, secret, { isLocked: false });
    return (
      row && {
        language: row.language,
        companyName: row.company_name,
        timeZone: row.time_zone,
        expiresAt: row.expires_at,
        score: row.score,
        mayAnswer: mayAnswer(stateOf(row), deps.clock.now()),
      }
    );
  });
}

export interface SurveyAnswer {
  readonly score: number;
  readonly comment: string;
}

/** Keeps the answer, or a changed one; the same answer again changes nothing. False: this link does not hold (any more). */
export async function answer(deps: Deps, secret: string, given: SurveyAnswer): Promise<boolean> {
  const found = await deps.db.system((trx) => findOpen(deps, trx, secret, { isLocked: false }));
  if (found === null) return false;
  return deps.db.transaction({ organizationId: found.organization_id }, async (trx) => {
    const survey = await findOpen(deps, trx, secret, { isLocked: true });
    if (survey === null || !mayAnswer(stateOf(survey), deps.clock.now())) return false;
    const isSame = survey.score === given.score && survey.comment === given.comment;
    if (!isSame) await keep(deps, trx, survey, given);
    return true;
  });
}

async function findOpen(
  deps: Deps,
  trx: Query,
  secret: string,
  options: { isLocked: boolean },
): Promise<SurveyRow | null> {
  if (!isSecret(secret)) return null;
  const row = await surveyStore.findByHash(trx, hashSecret(secret), options);
  return row !== null && isOpen(stateOf(row), deps.clock.now()) ? row : null;
}

function stateOf(row: SurveyRow) {
  return { expiresAt: row.expires_at, answerCount: row.answer_count };
}

/** The answer, its line in the story, its entry in the customer's history, and the question it raises. */
async function keep(deps: Deps, trx: Query, survey: SurveyRow, given: SurveyAnswer): Promise<void> {
  const { organization_id: organizationId, complaint_id: complaintId } = survey;
  const now = deps.clock.now();
  await store.lockComplaint(trx, organizationId, complaintId);
  const complaint = await store.findComplaintForSystem(trx, organizationId, complaintId);
  if (complaint === null) throw new AppError('not_found');
  const kind = survey.score === null ? 'survey_answered' : 'survey_changed';
  await surveyStore.updateSurvey(
    trx,
    { organizationId, id: survey.id },
    {
      ...given,
      answered_at: now,
      answer_count: survey.answer_count + 1,
      activity_id: await keepInHistory(trx, { survey, complaint, given, now }),
      follow_up_id: survey.follow_up_id ?? (await ask(deps, trx, { complaint, organizationId, given, now })),
    },
  );
  await store.updateComplaintRow(trx, { organizationId, id: complaintId, version: null, now }, {});
  const text = [String(given.score), given.comment].filter(Boolean).join('\n');
  await store.addEvent(trx, organizationId, { complaintId, at: now, byId: null, kind, text });
  await writeAudit(
    trx,
    { organizationId, id: null },
    {
      action: `complaint.${kind}`,
      recordKind: 'complaint',
      recordId: complaintId,
      before: survey.score === null ? null : { score: survey.score, comment: survey.comment },
      after: given,
      source: 'survey',
      at: now,
    },
  );
}

interface Kept {
  readonly survey: SurveyRow;
  readonly complaint: ComplaintRow;
  readonly given: SurveyAnswer;
  readonly now: Date;
}

function keepInHistory(trx: Query, { survey, complaint, given, now }: Kept): Promise<string> {
  const entry = {
    organizationId: survey.organization_id,
    customerId: complaint.customer_id,
    contactId: survey.contact_id,
    subject: `Zufriedenheit nach ${complaint.number}: ${given.score} von 5`,
    bodyText: given.comment,
    at: now,
    links: [{ kind: 'complaint' as const, id: complaint.id, label: complaint.number }],
  };
  return activities.keepFromOutside(trx, entry, survey.activity_id);
}

/** A bad answer is a question for whoever is in charge: what went wrong? Null when there is nothing to ask. */
async function ask(
  deps: Deps,
  trx: Query,
  { complaint, organizationId, given, now }: Omit<Kept, 'survey'> & { organizationId: string },
): Promise<string | null> {
  const ownerId = isBad(given.score) ? await findInCharge(trx, organizationId, complaint) : null;
  if (ownerId === null) return null;
  const calendar = calendarOf(complaint);
  return followUps.add(
    deps,
    trx,
    { organizationId, id: ownerId },
    {
      customerId: complaint.customer_id,
      ownerId,
      title: `Kunde unzufrieden (${given.score} von 5): ${complaint.number} ${complaint.title}`.slice(0, 300),
      dueOn: calendar.dayOf(addWorkingMinutes(calendar, now, questionMinutes)),
      activityId: null,
      complaintId: complaint.id,
      mailLink: null,
      at: now,
    },
  );
}

/** The owner of the complaint, else of the customer, else who decides: whoever of them still works here. */
async function findInCharge(
  trx: Query,
  organizationId: string,
  complaint: ComplaintRow,
): Promise<string | null> {
  const { owner_id: ownerId, customer_owner_id: customerOwnerId } = complaint;
  for (const id of [ownerId, customerOwnerId]) {
    const person = id === null ? null : await findColleague(trx, organizationId, id);
    if (person !== null && person.role !== 'partner') return person.id;
  }
  return (await findDecider(trx, organizationId, { ownerId, customerOwnerId }))?.id ?? null;
}

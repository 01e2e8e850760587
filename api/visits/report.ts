// Reporting a visit: the report, its entry in the history, follow-ups and a complaint in one transaction.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { getVisitReport, reportVisit, VisitReport } from '#contract/visit-report.ts';
import * as activities from '#api/activities/activities.ts';
import { calendarOf } from '#api/complaints/record.ts';
import { report as reportComplaint } from '#api/complaints/report.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import * as followUps from '#api/follow-ups/follow-ups.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { listQuestionRows, toQuestion } from './question-store.ts';
import { checkChoices } from './report-choices.ts';
import type { Choices } from './report-choices.ts';
import { toReport } from './report-row.ts';
import * as reportStore from './report-store.ts';
import { reportText } from './report-text.ts';
import { canChangeVisit, stateOf, toVisit } from './row.ts';
import type { VisitRow } from './row.ts';
import * as store from './store.ts';
import { getVisible } from './visits.ts';

type ReportInput = Parsed<typeof reportVisit>;

/** The report of a visit with the one before it and everything its form offers. */
export function getReport(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getVisitReport>,
): Promise<Reply<typeof getVisitReport>> {
  return deps.db.read(user, async (trx) => {
    const visit = await getVisible(deps, trx, user, input.id);
    const { organizationId } = user;
    const report = await reportStore.findReportOf(trx, user, visit.id);
    const of = { customerId: visit.customer.id, before: visit };
    const previous = await reportStore.findReport(trx, user, of);
    const form = await reportStore.findForm(trx, organizationId, visit.customer.id);
    const questions = await listQuestionRows(trx, organizationId);
    const isFirst = visit.kind === 'first_contact';
    return {
      visit,
      report: report === null ? null : toReport(user, report),
      previous: previous === null ? null : toReport(user, previous),
      contacts: form.contacts,
      productGroups: form.product_groups,
      questions: questions
        .filter((one) => one.archived_at === null && (isFirst || !one.first_contact_only))
        .map(toQuestion),
    };
  });
}

/** Stores the report with what comes of it, all or nothing. */
export function report(
  deps: Deps,
  user: SignedInUser,
  input: ReportInput,
): Promise<Reply<typeof reportVisit>> {
  return deps.db.transaction(user, async (trx) => {
    const visit = await lockReportable(trx, user, input.id);
    const choices = await checkChoices(trx, user.organizationId, visit.customer.id, input);
    const complaint = await reportItsComplaint(deps, user, { input, visit });
    const activity = await logIt(deps, user, { input, visit, choices, complaint });
    await storeReport(deps, trx, user, { input, visit, choices, activity, complaint });
    const followUpIds: string[] = [];
    for (const followUp of input.followUps) {
      const id = await followUps.add(deps, trx, user, {
        ...followUp,
        customerId: visit.customer.id,
        ownerId: user.id,
        activityId: activity.id,
        complaintId: null,
        mailLink: null,
        at: activity.loggedAt,
      });
      followUpIds.push(id);
    }
    const stored = await readReport(trx, user, input.id);
    await writeAudit(trx, user, {
      action: 'visit.report',
      recordKind: 'visit',
      recordId: input.id,
      after: { ...withoutTexts(stored), followUpIds, complaintId: complaint?.id ?? null },
      at: deps.clock.now(),
    });
    return { report: stored, visit: await getVisible(deps, trx, user, input.id), followUpIds, complaint };
  });
}

async function lockReportable(trx: Query, user: SignedInUser, id: string): Promise<VisitRow> {
  const visit = await store.lockVisit(trx, user, id);
  if (visit === null) throw new AppError('not_found');
  if (!canChangeVisit(user, visit.user.id)) throw new AppError('forbidden');
  const isDone = stateOf(visit) !== 'planned' && (await reportStore.isReported(trx, user.organizationId, id));
  if (stateOf(visit) === 'cancelled' || isDone)
    throw new AppError('transition_not_allowed', { current: toVisit(user, visit) });
  return visit;
}

interface Given {
  readonly input: ReportInput;
  readonly visit: VisitRow;
}

async function reportItsComplaint(
  deps: Deps,
  user: SignedInUser,
  { input, visit }: Given,
): Promise<{ id: string; number: string } | null> {
  if (input.complaint === null) return null;
  const now = deps.clock.now();
  const { complaint } = await reportComplaint(deps, user, {
    ...input.complaint,
    customerId: visit.customer.id,
    orderId: null,
    ownerId: user.id,
    receivedAt: visitedAt(visit, now).toISOString(),
    proposal: null,
    proposedGoodwillCents: null,
    mail: null,
  });
  return { id: complaint.id, number: complaint.number };
}

/** Reported before it was to begin, a visit took place now. */
function visitedAt(visit: VisitRow, now: Date): Date {
  const planned = new Date(visit.starts_at);
  return planned < now ? planned : now;
}

const kindWords = { visit: 'Besuch', first_contact: 'Erstkontakt' } as const;

interface Entry {
  readonly id: string;
  readonly loggedAt: Date;
}

async function logIt(
  deps: Deps,
  user: SignedInUser,
  { input, visit, choices, complaint }: Given & { choices: Choices; complaint: { id: string } | null },
): Promise<Entry> {
  const { activity } = await activities.log(deps, user, {
    customerId: visit.customer.id,
    contactId: choices.contactIds[0] ?? null,
    mail: null,
    touch: {
      kind: 'visit',
      direction: 'outbound',
      subject: visit.subject === '' ? kindWords[visit.kind] : visit.subject,
      bodyText: textOf(input, choices),
      occurredAt: visitedAt(visit, deps.clock.now()).toISOString(),
      durationMinutes: visit.duration_minutes,
    },
    editedText: null,
    keepQuotedHistory: false,
    attachmentIds: [],
    links: complaint === null ? [] : [{ kind: 'complaint', id: complaint.id }],
    visibility: input.visibility,
    followUp: null,
    exception: false,
  });
  return { id: activity.id, loggedAt: new Date(activity.loggedAt) };
}

/** What stands in the history about it. */
export function textOf(input: Omit<ReportInput, 'id' | 'followUps' | 'complaint'>, choices: Choices): string {
  return reportText({
    ...input,
    groups: input.productGroups.map((one) => ({
      name: choices.groupNames.get(one.id) ?? '',
      interest: one.interest,
    })),
    answers: choices.answers,
    prices: input.prices.map((price) => ({
      ...price,
      groupName:
        price.productGroupId === null ? null : (choices.groupNames.get(price.productGroupId) ?? null),
    })),
  });
}

interface Storing extends Given {
  readonly choices: Choices;
  readonly activity: Entry;
  readonly complaint: { id: string } | null;
}

async function storeReport(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { input, visit, choices, activity, complaint }: Storing,
): Promise<void> {
  const { organizationId } = user;
  const now = deps.clock.now();
  const told = { organizationId, visitId: visit.id };
  await reportStore.dropReport(trx, organizationId, visit.id);
  await reportStore.insertReport(trx, {
    organization_id: organizationId,
    visit_id: visit.id,
    customer_id: visit.customer.id,
    activity_id: activity.id,
    result: input.result,
    summary: input.summary,
    agreements: input.agreements,
    next_visit_on: input.nextVisitOn,
    presented: input.presented,
    potential_cents: input.potentialCents,
    complaint_id: complaint?.id ?? null,
    reported_by: user.id,
    reported_at: now,
    updated_at: now,
  });
  await reportStore.replaceGroups(trx, told, input.productGroups);
  await reportStore.replaceAnswers(trx, told, choices.answers);
  const company = await store.readCompany(trx, organizationId);
  await reportStore.replacePrices(trx, told, {
    customerId: visit.customer.id,
    on: calendarOf(company).dayOf(visitedAt(visit, now)),
    byId: user.id,
    prices: input.prices,
  });
  const people = { visitId: visit.id, contactIds: choices.contactIds, areMet: true };
  await store.replacePeople(trx, organizationId, people);
  const isWritten = await store.updateVisitRow(trx, organizationId, visit, {
    reported_at: now,
    ...(new Date(visit.starts_at) > now ? { starts_at: now } : {}),
  });
  if (!isWritten) throw new AppError('stale_version', { current: toVisit(user, visit) });
}

/** The report just written. */
export async function readReport(trx: Query, user: SignedInUser, visitId: string): Promise<VisitReport> {
  const row = await reportStore.findReportOf(trx, user, visitId);
  if (row === null) throw new AppError('not_found');
  return toReport(user, row);
}

/** For the audit: what changed hands, not the words. */
export function withoutTexts(stored: VisitReport) {
  const { summary, agreements, presented, answers, canChange: _, ...rest } = stored;
  const characters = summary.length + agreements.length + presented.length;
  return { ...rest, characters, answers: answers.map((answer) => answer.questionId) };
}

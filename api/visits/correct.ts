// Correcting a report: only what differs is written, and the entry in the history follows.
import type { Parsed } from '#contract/endpoint.ts';
import type { updateVisitReport, VisitReport } from '#contract/visit-report.ts';
import * as activities from '#api/activities/activities.ts';
import { calendarOf } from '#api/complaints/record.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { readReport, textOf, withoutTexts } from './report.ts';
import { checkChoices } from './report-choices.ts';
import type { Choices } from './report-choices.ts';
import * as reportStore from './report-store.ts';
import * as store from './store.ts';

type Changes = Parsed<typeof updateVisitReport>;

/** Changes a report one may change; stale_version carries it as it is now. */
export function correct(
  deps: Deps,
  user: SignedInUser,
  input: Changes,
  version: number,
): Promise<VisitReport> {
  return deps.db.transaction(user, async (trx) => {
    const visit = await store.lockVisit(trx, user, input.id);
    if (visit === null) throw new AppError('not_found');
    const before = await readReport(trx, user, input.id);
    if (!before.canChange) throw new AppError('forbidden');
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    const whole = { ...fieldsOf(before), ...definedOf(input) };
    const choices = await checkChoices(trx, user.organizationId, visit.customer.id, whole);
    const { result, summary, agreements, nextVisitOn, presented, potentialCents } = whole;
    const isWritten = await reportStore.updateReport(trx, user.organizationId, before, {
      ...{ result, summary, agreements, presented },
      next_visit_on: nextVisitOn,
      potential_cents: potentialCents,
      updated_at: deps.clock.now(),
    });
    if (!isWritten) throw new AppError('stale_version', { current: before });
    await replaceLists(trx, user, { input, whole, choices, customerId: visit.customer.id, before });
    await activities.rewrite(trx, user, {
      activityId: before.activityId,
      contactId: choices.contactIds[0] ?? null,
      bodyText: textOf(whole, choices),
      visibility: whole.visibility,
      at: deps.clock.now(),
    });
    const after = await readReport(trx, user, input.id);
    await writeAudit(trx, user, {
      action: 'visit.report_update',
      recordKind: 'visit',
      recordId: input.id,
      before: withoutTexts(before),
      after: withoutTexts(after),
      at: deps.clock.now(),
    });
    return after;
  });
}

type Whole = ReturnType<typeof fieldsOf>;

function fieldsOf(report: VisitReport) {
  const { result, summary, agreements, nextVisitOn, presented, potentialCents, visibility } = report;
  return {
    ...{ result, summary, agreements, nextVisitOn, presented, potentialCents, visibility },
    contactIds: report.peopleMet.map((person) => person.id),
    productGroups: report.productGroups.map(({ id, interest }) => ({ id, interest })),
    answers: report.answers.map(({ questionId, answer }) => ({ questionId, answer })),
    prices: report.prices.map(({ productGroup, productText, competitor, priceCents, unit }) => ({
      ...{ productText, competitor, priceCents, unit },
      productGroupId: productGroup?.id ?? null,
    })),
  };
}

function definedOf({ id: _, ...fields }: Changes): Partial<Whole> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

interface Lists {
  readonly input: Changes;
  readonly whole: Whole;
  readonly choices: Choices;
  readonly customerId: string;
  readonly before: VisitReport;
}

async function replaceLists(trx: Query, user: SignedInUser, lists: Lists): Promise<void> {
  const { input, whole, choices, customerId, before } = lists;
  const { organizationId } = user;
  const told = { organizationId, visitId: input.id };
  if (input.productGroups) await reportStore.replaceGroups(trx, told, whole.productGroups);
  if (input.answers) await reportStore.replaceAnswers(trx, told, choices.answers);
  if (input.contactIds) {
    const people = { visitId: input.id, contactIds: choices.contactIds, areMet: true };
    await store.replacePeople(trx, organizationId, people);
  }
  if (!input.prices) return;
  const company = await store.readCompany(trx, organizationId);
  await reportStore.replacePrices(trx, told, {
    customerId,
    on: calendarOf(company).dayOf(new Date(before.visitedAt)),
    byId: before.by.id,
    prices: whole.prices,
  });
}

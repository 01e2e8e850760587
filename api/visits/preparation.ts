// The preparation sheet, read at the moment of opening.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { getVisitPreparation } from '#contract/visit-report.ts';
import { toComplaint } from '#api/complaints/record.ts';
import { ratingFor } from '#api/customers/customers.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { toFollowUp } from '#api/follow-ups/follow-ups.ts';
import * as insights from '#api/insights/insights.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { SheetRow } from './preparation-store.ts';
import { findSheet } from './preparation-store.ts';
import { listQuestionRows, toQuestion } from './question-store.ts';
import { findReport } from './report-store.ts';
import { toReport } from './report-row.ts';
import * as store from './store.ts';
import { getVisible } from './visits.ts';

/** Of a visit, or of a customer whom one thinks of visiting. */
export function prepare(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getVisitPreparation>,
): Promise<Reply<typeof getVisitPreparation>> {
  const now = deps.clock.now();
  return deps.db.read(user, async (trx) => {
    const visitId = input.visitId ?? null;
    const customerId = await customerOf(trx, user, input);
    const row = await findSheet(trx, user, { customerId, visitId, now });
    if (row === null) throw new AppError('not_found');
    const visit = visitId === null ? null : await getVisible(deps, trx, user, visitId);
    const previous = await findReport(trx, user, { customerId, before: visit });
    const questions = await listQuestionRows(trx, user.organizationId);
    const isFirst = visit?.kind === 'first_contact';
    const { crossSelling, upSelling } = await insights.get(deps, user, { id: customerId });
    return {
      ...describe(user, row, now),
      visit,
      questions: questions
        .filter((one) => one.archived_at === null && (isFirst || !one.first_contact_only))
        .map(toQuestion),
      hints: { crossSelling, upSelling },
      previous: previous === null ? null : toReport(user, previous),
      asOf: now.toISOString(),
    };
  });
}

async function customerOf(
  trx: Query,
  user: SignedInUser,
  { visitId, customerId }: Parsed<typeof getVisitPreparation>,
): Promise<string> {
  if (visitId === undefined) return customerId ?? '';
  const visit = await store.findVisit(trx, user, visitId);
  if (visit === null) throw new AppError('not_found');
  return visit.customer.id;
}

function describe(user: SignedInUser, row: SheetRow, now: Date) {
  return {
    customer: {
      ...row.customer,
      rating: ratingFor(user, row.rating_source),
      street: row.street,
      postcode: row.postcode,
      city: row.city,
      phone: row.phone,
      targetGroup: row.target_group,
      employees: row.employees,
      competitor: row.competitor,
      paymentTermDays: row.payment_term_days,
      shareOfWalletPercent: row.share_of_wallet_percent,
      customerSince: row.customer_since,
    },
    people: row.people,
    quotes: row.quotes,
    orders: row.orders,
    revenue: row.revenue,
    openItems: row.open_items,
    complaints: row.complaints.map((complaint) => toComplaint(complaint, user, now)),
    followUps: row.follow_ups.map((followUp) => toFollowUp(user, followUp)),
    groups: row.groups,
    prices: row.prices,
  };
}

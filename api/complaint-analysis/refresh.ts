// Keeps the figures of each complaint up to date: a change marks it as due (migration 0028), here it is reckoned anew.
import { calendarOf } from '#api/complaints/calendar.ts';
import { repeatReasonsOf } from '#api/complaint-causes/repeats.ts';
import type { RepeatFacts } from '#api/complaint-causes/repeats.ts';
import type { Deps } from '#api/deps.ts';
import { durationsOf } from './durations.ts';
import type { CourseRow, FigureRow } from './figure-store.ts';
import * as figureStore from './figure-store.ts';

/** Reckons so many complaints at most; answers how many were due. */
export function refreshFigures(
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  limit: number,
): Promise<number> {
  return deps.db.system(async (trx) => {
    const due = await figureStore.takeDue(trx, organizationId, limit);
    if (due.length === 0) return 0;
    const rows = await figureStore.listCourses(trx, organizationId, due);
    await figureStore.writeFigures(trx, organizationId, figuresOf(rows));
    return due.length;
  });
}

/** All complaints of some customers with their figures. */
function figuresOf(rows: readonly CourseRow[]): FigureRow[] {
  const ofCustomer = new Map<string, RepeatFacts[]>();
  for (const row of rows) {
    const facts = ofCustomer.get(row.customer_id) ?? [];
    facts.push(factsOf(row));
    ofCustomer.set(row.customer_id, facts);
  }
  return rows.map((row) => {
    const mine = factsOf(row);
    const others = ofCustomer.get(row.customer_id) ?? [];
    return toFigure(
      row,
      others.some((other) => repeatReasonsOf(mine, other).length > 0),
    );
  });
}

function factsOf(row: CourseRow): RepeatFacts {
  return {
    id: row.id,
    receivedAt: row.received_at,
    category: row.category,
    orderId: row.order_id,
    productIds: row.product_ids,
    causeId: row.cause_id,
  };
}

function toFigure(row: CourseRow, isRepeat: boolean): FigureRow {
  const took = durationsOf(calendarOf(row), {
    receivedAt: row.received_at,
    createdAt: row.created_at,
    since: row.reckoned_from ?? row.received_at,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    firstAnswerDueAt: row.first_answer_due_at,
    resolutionDueAt: row.resolution_due_at,
    pauses: row.pauses.map(({ from, until }) => ({
      from: new Date(from),
      until: until === null ? null : new Date(until),
    })),
  });
  const { customer_id, owner_id, location_id, cause_id, product_group_id, received_on, cost_cents } = row;
  return {
    complaint_id: row.id,
    ...{ customer_id, owner_id, location_id, cause_id, product_group_id, received_on, cost_cents },
    registration_minutes: took.registrationMinutes,
    first_answer_minutes: took.firstAnswerMinutes,
    resolution_minutes: took.resolutionMinutes,
    first_answer_kept: took.firstAnswerKept,
    resolution_kept: took.resolutionKept,
    first_answer_due_at: took.firstAnswerDueAt,
    resolution_due_at: took.resolutionDueAt,
    is_repeat: isRepeat,
  };
}

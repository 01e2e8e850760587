// Complaints of a given day with a first answer so many working minutes later, for tests of the analysis.
import { createComplaintCause } from '#contract/complaint-cause.ts';
import { newId } from '#api/db/id.ts';
import type { World } from './world.ts';

/** The first and the last day of a month, `2025-03`. */
export function analysisMonth(month: string): { from: string; to: string } {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0));
  return { from: `${month}-01`, to: last.toISOString().slice(0, 10) };
}

interface Answered {
  readonly customer: { id: string; organization_id: string };
  /** A working day: received at 8:00, recorded at 8:15. */
  readonly on: string;
  /** Until the first answer, at most a working day of 9 hours; more is the next morning. */
  readonly minutes: number;
  readonly causeId?: string | null;
  readonly orderId?: string | null;
}

/** First answer due after 8 hours, the solution on the evening of that day. */
export function storeAnswered({ given }: Pick<World, 'given'>, answered: Answered) {
  const { customer, on, minutes } = answered;
  const start = new Date(`${on}T08:00:00${on.slice(5, 7) === '03' ? '+01:00' : '+02:00'}`);
  const after = (count: number) => new Date(start.getTime() + count * 60_000);
  const nights = minutes > 540 ? 900 : 0; // from 17:00 to 8:00
  return given.complaint({
    id: newId(),
    organization_id: customer.organization_id,
    customer_id: customer.id,
    state: 'answered',
    received_at: start,
    created_at: after(15),
    answered_at: after(minutes + nights),
    first_answer_due_at: after(480),
    resolution_due_at: after(540),
    cause_id: answered.causeId ?? null,
    order_id: answered.orderId ?? null,
  });
}

/** Two causes of the first level and one below the first of them. */
export async function storeCauses(world: World) {
  const add = async (name: string, parentId: string | null = null) =>
    (await world.call('miriam', createComplaintCause, { name, parentId })).body;
  const goods = await add('Ware');
  return { goods, seal: await add('Dichtung undicht', goods.id), transport: await add('Transport') };
}

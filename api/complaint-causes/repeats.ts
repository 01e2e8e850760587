// When a complaint is a repeat: the same customer had one within 12 months before it about the same thing. Pure.
import { repeatMonths } from '#contract/complaint-cause.ts';
import type { repeatReasons } from '#contract/complaint-cause.ts';

export type RepeatReason = (typeof repeatReasons)[number];

/** Of a complaint of one customer. */
export interface RepeatFacts {
  readonly id: string;
  readonly receivedAt: Date;
  readonly category: string;
  readonly orderId: string | null;
  /** Articles of its order. */
  readonly productIds: readonly string[];
  readonly causeId: string | null;
}

/**
 * Why `former`, of the same customer, makes `current` a repeat; empty when it does not. An article alone says little, because
 * an order has many: it counts with the same category.
 */
export function repeatReasonsOf(current: RepeatFacts, former: RepeatFacts): RepeatReason[] {
  if (!isBefore(former, current) || former.receivedAt < windowStart(current.receivedAt)) return [];
  const isSame: Readonly<Record<RepeatReason, boolean>> = {
    order: current.orderId !== null && current.orderId === former.orderId,
    product:
      current.category === former.category &&
      current.orderId !== former.orderId &&
      current.productIds.some((id) => former.productIds.includes(id)),
    cause: current.causeId !== null && current.causeId === former.causeId,
  };
  return (['order', 'product', 'cause'] as const).filter((reason) => isSame[reason]);
}

/** The earliest receipt that still counts: the same day twelve months before. */
export function windowStart(receivedAt: Date): Date {
  const start = new Date(receivedAt);
  start.setUTCMonth(start.getUTCMonth() - repeatMonths);
  return start;
}

function isBefore(former: RepeatFacts, current: RepeatFacts): boolean {
  const apart = current.receivedAt.getTime() - former.receivedAt.getTime();
  return apart > 0 || (apart === 0 && former.id < current.id);
}

// What was done about the complaints of the sample company, and what it cost.
import type { SeedComplaint } from './complaints.ts';
import { organizationId, personId } from './people.ts';
import { createChance, idOf } from './random.ts';

const kinds = {
  product_defect: 'replacement',
  wrong_delivery: 'replacement',
  late_delivery: 'apology',
  transport_damage: 'replacement',
  billing: 'credit',
  service: 'apology',
  other: 'apology',
} as const;

/** Rows of complaint_measure: one for what was closed, and what the manager agreed to. */
export function buildMeasureRows(complaints: readonly SeedComplaint[]) {
  return complaints.flatMap((one) => {
    const decided = one.escalation === 'decided' && one.goodwillCents !== null && one.answeredAt !== null;
    if (decided)
      return [measure(one, { kind: 'goodwill', cents: one.goodwillCents, at: one.answeredAt, by: 'petra' })];
    if (one.closedAt === null) return [];
    const kind = kinds[one.category];
    const cents = kind === 'apology' ? 0 : createChance(`measure ${one.number}`).int(12, 240) * 100;
    return [measure(one, { kind, cents, at: one.closedAt, by: one.owner })];
  });
}

function measure(
  { id, number, outcome }: SeedComplaint,
  given: { kind: string; cents: number | null; at: Date | null; by: string },
) {
  return {
    organization_id: organizationId,
    id: idOf('complaint-measure', number),
    complaint_id: id,
    kind: given.kind,
    text: outcome,
    cost_cents: given.cents ?? 0,
    state: 'agreed',
    asked_by: personId(given.by),
    asked_at: given.at,
  };
}

// Which customers moved from which class to which, and when: what the database noted (rating_move) becomes history here,
// because the day comes from the server's clock.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';

/** Takes noted moves into the history under this day, of one customer or of all; a second move on a day replaces the first. */
export async function noteMoves(
  trx: Query,
  organizationId: string,
  { onDay, customerId = null }: { onDay: string; customerId?: string | null },
): Promise<number> {
  const isMeant = customerId === null ? sql`true` : sql`m.customer_id = ${customerId}::uuid`;
  const { rows } = await sql<{ moved: number }>`
    with move as (delete from rating_move m where m.organization_id = ${organizationId}::uuid and ${isMeant}
        returning m.customer_id),
      noted as (
        insert into rating_history (organization_id, customer_id, on_day, letter, digit, reason)
        select c.organization_id, c.id, ${onDay}::date, c.rating_letter, c.rating_digit, c.rating_reason
        from move join customer c on c.organization_id = ${organizationId}::uuid and c.id = move.customer_id
        left join lateral (select h.letter, h.digit from rating_history h
          where h.organization_id = c.organization_id and h.customer_id = c.id order by h.on_day desc limit 1) last on true
        where c.rating_letter is not null and c.rating_digit is not null
          and (last.letter, last.digit) is distinct from (c.rating_letter, c.rating_digit)
        on conflict (organization_id, customer_id, on_day)
          do update set letter = excluded.letter, digit = excluded.digit, reason = excluded.reason
        returning 1)
    select count(*)::int as moved from noted`.execute(trx);
  return rows[0]?.moved ?? 0;
}

/** The calendar day of a moment in a time zone, `2026-09-03`. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

// How column values arrive, the same on both databases: int8 and numeric as numbers, dates as calendar days.
const int8 = 20;
const date = 1082;
const interval = 1186;
const numeric = 1700;

/** Amounts are cents below 2^53, so a number holds them exactly. Keyed by PostgreSQL type oid. */
export const readers: Record<number, (text: string) => unknown> = {
  [int8]: Number,
  [numeric]: Number,
  [date]: (text) => text,
  [interval]: (text) => text,
};

// When a customer counts as dormant: silent for clearly longer than its own order rhythm. Pure.

/** Half as long again as usual is still chance; below two weeks nobody is asleep. */
const tolerance = 1.5;
const shortestSilenceDays = 14;
const millisecondsPerDay = 86_400_000;

export interface Dormancy {
  readonly lastOrderOn: string;
  readonly usualDays: number;
  readonly silentDays: number;
}

/** The silence of a dormant customer; null while orders come as usual or no rhythm is known. */
export function dormancyOf(
  lastOrderOn: string | null,
  usualDays: number | null,
  today: string,
): Dormancy | null {
  if (lastOrderOn === null || usualDays === null || usualDays <= 0) return null;
  const silentDays = daysBetween(lastOrderOn, today);
  const isDormant = silentDays > Math.max(usualDays * tolerance, shortestSilenceDays);
  return isDormant ? { lastOrderOn, usualDays, silentDays } : null;
}

/** Whole days from one calendar day to another, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}

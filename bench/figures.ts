// Percentiles, ratios and the table that the bench prints.

export interface Figures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export interface Line {
  readonly what: string;
  readonly value: string;
  readonly aim?: string;
}

/** Percentiles of durations in milliseconds. */
export function summarize(durations: readonly number[]): Figures {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

/** Times `runs` calls one after the other, after as many to warm up; call n gets its number. */
export async function time(runs: number, call: (n: number) => Promise<unknown>): Promise<Figures> {
  const durations: number[] = [];
  const warmUp = runs; // V8 compiles what is hot within some hundred calls
  for (let n = 0; n < runs + warmUp; n += 1) {
    const start = performance.now();
    await call(n);
    if (n >= warmUp) durations.push(performance.now() - start);
  }
  return summarize(durations);
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

export function showFigures({ p50Ms, p95Ms, p99Ms }: Figures): string {
  return `p50 ${ms(p50Ms)}, p95 ${ms(p95Ms)}, p99 ${ms(p99Ms)}`;
}

/** A table in Markdown, ready for the README. */
export function printTable(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}\n\n| what | measured | aim |\n|---|---|---|`);
  for (const line of lines) console.log(`| ${line.what} | ${line.value} | ${line.aim ?? ''} |`);
}

// The nightly run: collects candidates set-based, weighs them in portions, keeps the likely pairs. It never merges.
import { RetryAt } from '#api/jobs/job.ts';
import type { Attempt } from '#api/jobs/job.ts';
import type { Deps } from '#api/deps.ts';
import { recountWords } from '#api/search/indexing.ts';
import { listedFrom, weighLikeness } from './rules.ts';
import * as store from './scan-store.ts';
import type { CandidateRow, FoundPair } from './scan-store.ts';

const candidatesPerTurn = 2_000;

export interface ScanResult {
  readonly candidates: number;
  readonly pairs: number;
}

/** Looks through one organisation; each portion in a transaction of its own, so that nobody waits long. */
export async function scanDuplicates(
  deps: Pick<Deps, 'db' | 'clock'>,
  { organizationId, today }: { organizationId: string; today: string },
  signal?: Attempt['signal'],
): Promise<ScanResult> {
  const since = deps.clock.now();
  // how rare a word is says who is looked at together; what was written today is not counted yet
  await deps.db.system((trx) => recountWords(trx, organizationId));
  const candidates = await deps.db.system((trx) => store.collectCandidates(trx, organizationId));
  let pairs = 0;
  for (let after: typeof store.beforeAll | undefined = store.beforeAll; after !== undefined;) {
    if (signal?.aborted) throw new RetryAt(deps.clock.now(), 'the server stops');
    const page = { after, limit: candidatesPerTurn };
    const { last, found } = await deps.db.system(async (trx) => {
      const rows = await store.listCandidates(trx, organizationId, page);
      const likely = rows.map(weigh).filter((pair) => pair.score >= listedFrom);
      await store.savePairs(trx, organizationId, { pairs: likely, now: since });
      return { last: rows.at(-1), found: likely.length };
    });
    pairs += found;
    after = last;
  }
  await deps.db.system((trx) => store.finishScan(trx, organizationId, { since, today }));
  return { candidates, pairs };
}

function weigh(row: CandidateRow): FoundPair {
  const weighed = weighLikeness({
    names: row.names,
    kinds: row.kinds,
    postcodes: row.postcodes,
    cities: row.cities,
    isSameNumber: false,
    isSameEmail: row.same_email,
    isSamePhone: row.same_phone,
    isSameDomain: row.same_domain,
    isSameAddress: row.same_address,
  });
  return { a: row.a, b: row.b, ...weighed };
}

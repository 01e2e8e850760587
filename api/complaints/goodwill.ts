// Use-cases of the limits of goodwill: how much each role may grant alone.
import type { GoodwillLimits, updateGoodwillLimits } from '#contract/complaint-measure.ts';
import type { Parsed } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as measureStore from './measure-store.ts';

/** The limits of all roles. */
export function getLimits(deps: Deps, user: SignedInUser): Promise<GoodwillLimits> {
  return deps.db.read(user, (trx) => measureStore.readGoodwillLimits(trx, user.organizationId));
}

/** Changes what is given; what was agreed or requested stays as it is. */
export function updateLimits(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateGoodwillLimits>,
  version: number,
): Promise<GoodwillLimits> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const before = await measureStore.readGoodwillLimits(trx, organizationId);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const wanted = { ...before, ...given, version };
    if (!(await measureStore.updateGoodwillLimits(trx, organizationId, wanted))) {
      throw new AppError('stale_version', { current: before });
    }
    const after = await measureStore.readGoodwillLimits(trx, organizationId);
    await writeAudit(trx, user, {
      action: 'goodwill_limits.update',
      recordKind: 'organization',
      recordId: organizationId,
      before,
      after,
      at: deps.clock.now(),
    });
    return after;
  });
}

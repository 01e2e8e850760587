// What figures can be narrowed to, and the setting that turns figures of single persons on.
import type {
  ComplaintAnalysisSettings,
  updateComplaintAnalysisSettings,
} from '#contract/complaint-analysis.ts';
import type { Parsed } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { mayRankOwners } from './asked.ts';
import * as settingsStore from './settings-store.ts';

/** The choices of every filter; of people only those whose figures this user may see. */
export function get(deps: Deps, user: SignedInUser): Promise<ComplaintAnalysisSettings> {
  return deps.db.read(user, (trx) => read(trx, user));
}

/** Turns figures of single persons on or off, over the version one has seen. */
export function update(
  deps: Deps,
  user: SignedInUser,
  { ranksOwners }: Parsed<typeof updateComplaintAnalysisSettings>,
  version: number,
): Promise<ComplaintAnalysisSettings> {
  const { organizationId } = user;
  return deps.db.transaction(user, async (trx) => {
    const before = await settingsStore.readRanksOwners(trx, organizationId);
    const wasWritten = await settingsStore.writeRanksOwners(trx, organizationId, { version, ranksOwners });
    const after = await read(trx, user);
    if (!wasWritten) throw new AppError('stale_version', { current: after });
    await writeAudit(trx, user, {
      action: 'complaint_analysis.update',
      recordKind: 'organization',
      recordId: organizationId,
      before: { ranksOwners: before.ranksOwners },
      after: { ranksOwners },
      at: deps.clock.now(),
    });
    return after;
  });
}

async function read(trx: Query, user: SignedInUser): Promise<ComplaintAnalysisSettings> {
  const { organizationId } = user;
  const owners = (await mayRankOwners(trx, user))
    ? await settingsStore.listOwners(trx, organizationId)
    : [{ id: user.id, name: user.name }];
  return {
    ...(await settingsStore.readRanksOwners(trx, organizationId)),
    productGroups: await settingsStore.listProductGroups(trx, organizationId),
    locations: await settingsStore.listLocations(trx, organizationId),
    owners,
  };
}

// The attributes of one customer or contact: read, and filled in by people.
import type {
  Attribute,
  AttributeValues,
  getRecordAttributes,
  RecordAttributes,
  updateRecordAttributes,
} from '#contract/attribute.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomer } from '#api/search/search.ts';
import { changeValues, isShownTo, valuesFor } from './rules.ts';
import * as store from './store.ts';
import type { AttributeRecord } from './store.ts';

type Of = Parsed<typeof getRecordAttributes>;

/** What there is to fill in and what is filled in; not_found for a record the user may not see. */
export function get(deps: Deps, user: SignedInUser, input: Of): Promise<Reply<typeof getRecordAttributes>> {
  return deps.db.read(user, (trx) => readShown(trx, user, input));
}

async function readShown(trx: Query, user: SignedInUser, input: Of): Promise<RecordAttributes> {
  const record = await store.findRecord(trx, user, { ...input, lock: false });
  if (record === null) throw new AppError('not_found');
  const all = await store.readAttributes(trx, user.organizationId, input.recordKind);
  return shown(user, input, record, all);
}

function shown(
  user: SignedInUser,
  { recordKind, id }: Of,
  record: AttributeRecord,
  all: readonly Attribute[],
): RecordAttributes {
  const attributes = all.filter((one) => isShownTo(user.role, one));
  return {
    recordKind,
    id,
    version: record.version,
    attributes,
    values: valuesFor(user.role, all, record.values),
  };
}

/** Writes what is given; hidden and retired values stay. stale_version carries the values as they are now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateRecordAttributes>,
  version: number,
): Promise<Reply<typeof updateRecordAttributes>> {
  return deps.db.transaction(user, async (trx) => {
    const record = await store.findRecord(trx, user, { ...input, lock: true });
    if (record === null) throw new AppError('not_found');
    const all = await store.readAttributes(trx, user.organizationId, input.recordKind);
    const before = shown(user, input, record, all);
    if (record.version !== version) throw new AppError('stale_version', { current: before });
    const values = checked(user, all, record.values, input.values);
    const now = deps.clock.now();
    await store.writeValues(trx, user, { ...input, values, now });
    if (all.some((one) => one.searchable)) await indexCustomer(trx, user.organizationId, record.customerId);
    const after = await readShown(trx, user, input);
    await writeAudit(trx, user, {
      action: `${input.recordKind}.update`,
      recordKind: input.recordKind,
      recordId: input.id,
      before: { attributes: before.values },
      after: { attributes: after.values },
      at: now,
    });
    return after;
  });
}

function checked(
  user: SignedInUser,
  definitions: readonly Attribute[],
  stored: AttributeValues,
  changes: Parsed<typeof updateRecordAttributes>['values'],
): AttributeValues {
  const { values, problems, missing } = changeValues({ definitions, role: user.role, stored, changes });
  const empty = missing.map((one) => ({ path: `values.${one.id}`, problem: 'required' }));
  const fields = [...problems, ...empty];
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
  return values;
}

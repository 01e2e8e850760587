// Attributes (Merkmal): the company's own fields. Use-cases of their definitions; the room's front door.
import type {
  Attribute,
  AttributeInUse,
  createAttribute,
  deleteAttribute,
  listAttributes,
  updateAttribute,
} from '#contract/attribute.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { definitionProblems, isShownTo, keyFor } from './rules.ts';
import * as store from './store.ts';
import { chosen, readValue, writeValue } from './values.ts';

export { isShownTo } from './rules.ts';
export { readAttributes } from './store.ts';

/** Attributes in order as this user may see them; an administrator may ask for all, with their uses. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listAttributes>,
): Promise<Reply<typeof listAttributes>> {
  return deps.db.read(user, async (trx) => {
    const all = await store.readAttributes(trx, user.organizationId, input.recordKind);
    if (!input.all) return { items: all.filter((one) => isShownTo(user.role, one)) };
    if (user.role !== 'admin') throw new AppError('forbidden');
    const uses = await store.countUses(trx, user.organizationId);
    return { items: all.map((one) => ({ ...one, uses: uses.get(one.id) ?? 0 })) };
  });
}

/** Defines an attribute; a key that is taken answers `duplicate`. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createAttribute>,
): Promise<Reply<typeof createAttribute>> {
  return deps.db.transaction(user, async (trx) => {
    const fields = definitionProblems(input);
    if (fields.length > 0) throw new AppError('invalid_input', { fields });
    const others = await store.readAttributes(trx, user.organizationId, input.recordKind);
    const key =
      input.key ??
      keyFor(
        input.labelDe,
        others.map((one) => one.key),
      );
    const same = others.find((one) => one.key === key);
    if (same !== undefined) throw new AppError('duplicate', { current: same });
    const id = newId();
    const now = deps.clock.now();
    await store.insertAttribute(trx, {
      organization_id: user.organizationId,
      id,
      record_kind: input.recordKind,
      key,
      label_de: input.labelDe,
      label_en: input.labelEn,
      type: input.type,
      choices: JSON.stringify(input.choices),
      group_name: input.group,
      required: input.required,
      visible_to: input.visibleTo,
      searchable: input.searchable,
      position: input.position ?? (others.at(-1)?.position ?? 0) + 10,
      created_at: now,
      updated_at: now,
    });
    const after = found(await store.lockAttribute(trx, user.organizationId, id));
    await note(deps, trx, user, { action: 'attribute.create', id, after });
    return after;
  });
}

/** Changes a definition; values are kept, converted where the type changes, or the change is refused with their count. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateAttribute>,
  version: number,
): Promise<Reply<typeof updateAttribute>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await lockVersion(trx, user, input.id, version);
    const after = merge(before, input);
    const fields = definitionProblems(after);
    if (fields.length > 0) throw new AppError('invalid_input', { fields });
    await convertValues(trx, user, before, after);
    await store.updateAttributeRow(
      trx,
      user.organizationId,
      { id: before.id, version },
      {
        label_de: after.labelDe,
        label_en: after.labelEn,
        type: after.type,
        choices: JSON.stringify(after.choices),
        group_name: after.group,
        required: after.required,
        visible_to: after.visibleTo,
        searchable: after.searchable,
        position: after.position,
        ...(after.retired === before.retired ? {} : { retired_at: after.retired ? deps.clock.now() : null }),
        updated_at: deps.clock.now(),
      },
    );
    const stored = found(await store.lockAttribute(trx, user.organizationId, before.id));
    await note(deps, trx, user, { action: 'attribute.update', id: before.id, before, after: stored });
    return stored;
  });
}

/** Deletes a definition that no record uses; otherwise in_use with the count. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof deleteAttribute>,
  version: number,
): Promise<Reply<typeof deleteAttribute>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await lockVersion(trx, user, input.id, version);
    const values = await store.readValues(trx, user.organizationId, before);
    if (values.length > 0) throw inUse({ uses: values.length, failing: values.length });
    await store.deleteAttributeRow(trx, user.organizationId, before.id);
    await note(deps, trx, user, { action: 'attribute.delete', id: before.id, before });
    return { deleted: true };
  });
}

/** A yes/no or choice list that goes away with the type takes its choices along. */
function merge(before: Attribute, input: Parsed<typeof updateAttribute>): Attribute {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const after: Attribute = { ...before, ...Object.fromEntries(given) };
  const keepsChoices = after.type === 'choice' || after.type === 'multiple_choice' || input.choices;
  return keepsChoices ? after : { ...after, choices: [] };
}

/** Values follow a change of type or of choices; what would be lost stops the change. */
async function convertValues(trx: Query, user: SignedInUser, before: Attribute, after: Attribute) {
  const kept = new Set(after.choices.map((choice) => choice.id));
  const losesChoice = before.choices.some((choice) => !kept.has(choice.id));
  if (before.type === after.type && !losesChoice) return;
  const values = await store.readValues(trx, user.organizationId, before);
  if (before.type === after.type) {
    const failing = values.filter(({ value }) =>
      (chosen(before.type, value) ?? []).some((id) => !kept.has(id)),
    );
    if (failing.length > 0) throw inUse({ uses: values.length, failing: failing.length });
    return;
  }
  const labels = [...after.choices, ...before.choices].map((choice) => ({ ...choice, retired: false }));
  const target = { ...after, choices: after.choices.map((choice) => ({ ...choice, retired: false })) };
  const converted = values.map(({ recordId, value }) => ({
    recordId,
    read: readValue(target, writeValue({ ...before, choices: labels }, value)),
  }));
  const good = converted.flatMap(({ recordId, read }) => (read.ok ? [{ recordId, value: read.value }] : []));
  if (good.length < values.length) throw inUse({ uses: values.length, failing: values.length - good.length });
  if (good.length > 0) await store.replaceValues(trx, user.organizationId, before, good);
}

function inUse(current: AttributeInUse): AppError {
  return new AppError('in_use', { current });
}

async function lockVersion(trx: Query, user: SignedInUser, id: string, version: number): Promise<Attribute> {
  const before = found(await store.lockAttribute(trx, user.organizationId, id));
  if (before.version !== version) throw new AppError('stale_version', { current: before });
  return before;
}

function found(attribute: Attribute | null): Attribute {
  if (attribute === null) throw new AppError('not_found');
  return attribute;
}

function note(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  entry: { action: string; id: string; before?: Attribute; after?: Attribute },
): Promise<void> {
  const { id, ...rest } = entry;
  return writeAudit(trx, user, { ...rest, recordKind: 'attribute', recordId: id, at: deps.clock.now() });
}

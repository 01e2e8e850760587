// From the two sides of an audit row to its changes field by field, and to the input that would set them back. Pure.
import type { AuditChange, AuditName, AuditValue } from '#contract/audit.ts';
import { sideOf } from './entry.ts';
import type { Entry, Side } from './entry.ts';

/** Field → where it stands in the stored record. What is not named here is not shown. */
const shown: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  customer: {
    ...same(
      'mergedWith number name kind phase street postcode city country domains phone targetGroup sector employees',
    ),
    ...same('shareOfWalletPercent competitor archivedAt'),
    parentId: 'parent',
    ownerId: 'owner',
    territory: 'territory',
    blocked: 'blocked.reason',
  },
  contact: {
    ...same('mergedWith name salutation title jobTitle roles language archivedAt channel source'),
    emails: 'emailDetails',
    phones: 'phoneDetails',
  },
  complaint: {
    ...same('title category cause severity state outcome proposal proposedGoodwillCents'),
    ownerId: 'owner',
  },
  escalation: same('state decision question proposal'),
  customer_address: same('kind label street postcode city country'),
  activity: {
    ...same('kind direction subject bodyText occurredAt durationMinutes visibility contact links attachment'),
  },
  user: same('role territories manager deputy active sharedCustomers'),
};

function same(names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, name]));
}

/** What the update of a record takes, as a function of the record; only these fields can be set back. */
const inputs: Readonly<Record<string, (record: Side) => Side>> = {
  customer: (record) => ({
    ...pick(
      record,
      'number name kind phase street postcode city country domains phone targetGroup sector employees shareOfWalletPercent competitor',
    ),
    ...idOf(record, 'parent', 'parentId'),
    ...idOf(record, 'owner', 'ownerId'),
  }),
  contact: (record) => ({
    ...pick(record, 'name salutation title jobTitle roles language'),
    ...listOf(record, 'emailDetails', 'emails', ['address', 'kind']),
    ...listOf(record, 'phoneDetails', 'phones', ['number', 'kind']),
  }),
  complaint: (record) => ({
    ...pick(record, 'title category severity proposal proposedGoodwillCents'),
    ...idOf(record, 'owner', 'ownerId'),
  }),
};

function pick(record: Side, names: string): Side {
  return Object.fromEntries(
    names
      .split(' ')
      .filter((name) => name in record)
      .map((name) => [name, record[name]]),
  );
}

function idOf(record: Side, from: string, to: string): Side {
  return from in record ? { [to]: record[from] === null ? null : sideOf(record[from])['id'] } : {};
}

function listOf(record: Side, from: string, to: string, keys: readonly string[]): Side {
  const list = record[from];
  if (!Array.isArray(list)) return {};
  const items = list.map((item) => Object.fromEntries(keys.map((key) => [key, sideOf(item)[key]])));
  return { [to]: items };
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The input that sets back what an update changed, and what must still stand in the record for that; null when nothing can be. */
export function inverseOf(
  recordKind: string,
  before: unknown,
  after: unknown,
): { change: Side; expected: Side } | null {
  const toInput = inputs[recordKind];
  if (toInput === undefined) return null;
  const [was, is] = [toInput(sideOf(before)), toInput(sideOf(after))];
  const changed = Object.keys(is).filter((field) => field in was && !isEqual(was[field], is[field]));
  if (changed.length === 0) return null;
  const only = (side: Side) => Object.fromEntries(changed.map((field) => [field, side[field]]));
  return { change: only(was), expected: only(is) };
}

/** Whether the record still says everywhere what the change left there. */
export function stillStands(recordKind: string, record: unknown, expected: Side): boolean {
  const current = inputs[recordKind]?.(sideOf(record)) ?? {};
  return Object.keys(expected).every((field) => isEqual(current[field], expected[field]));
}

export interface AttributeName extends AuditName {
  readonly id: string;
  readonly type: string;
  readonly choices: readonly { id: string; labelDe: string; labelEn: string }[];
}

/** Choices by what they are called; one that is gone by its id. */
function ownValue({ type, choices }: AttributeName, value: unknown): AuditValue {
  if (type !== 'choice' && type !== 'multiple_choice') return toValue(value);
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  const names = ids.map((id) => {
    const choice = choices.find((one) => one.id === id);
    return choice === undefined ? id : { de: choice.labelDe, en: choice.labelEn };
  });
  return names.length === 0 ? null : names;
}

/** The changes in the order of the fields; of a creation every field that was filled, of a removal what there was. */
export function changesOf(
  entry: Omit<Entry, 'action'>,
  attributes: readonly AttributeName[],
  isPrivate: (field: string) => boolean,
): AuditChange[] {
  const [was, is] = [sideOf(entry.before), sideOf(entry.after)];
  const fields = Object.entries(shown[entry.recordKind] ?? {}).flatMap(([field, path]) => {
    const isNamed = hasPath(was, path) || hasPath(is, path);
    const isPartial =
      entry.before !== null && entry.after !== null && !(hasPath(was, path) && hasPath(is, path));
    if (!isNamed || isPartial) return [];
    const name = { field, label: null, isMoney: field.endsWith('Cents') };
    return changeOf(name, toValue(at(was, path)), toValue(at(is, path)), isPrivate(field));
  });
  const [wereSet, areSet] = [sideOf(was['attributes']), sideOf(is['attributes'])];
  const own = attributes.flatMap((attribute) => {
    const { id, de, en, type } = attribute;
    const name = { field: 'attribute', label: { de, en }, isMoney: type === 'money' };
    return changeOf(name, ownValue(attribute, wereSet[id]), ownValue(attribute, areSet[id]), false);
  });
  return [...fields, ...own];
}

function changeOf(
  name: Pick<AuditChange, 'field' | 'label' | 'isMoney'>,
  before: AuditValue,
  after: AuditValue,
  isHidden: boolean,
): AuditChange[] {
  if (isEqual(before, after)) return [];
  return [isHidden ? { ...name, before: null, after: null, isHidden } : { ...name, before, after, isHidden }];
}

function at(side: Side, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => sideOf(value)[key], side);
}

function hasPath(side: Side, path: string): boolean {
  return (path.split('.')[0] ?? '') in side;
}

const longestText = 2_000;

/** As a person reads it: of people and records their names, of lists their entries; nothing is null. */
function toValue(value: unknown): AuditValue {
  if (typeof value === 'string') return value === '' ? null : value.slice(0, longestText);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(nameOf);
  if (typeof value === 'object' && value !== null) return nameOf(value);
  return null;
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const named = sideOf(value);
  const name = ['name', 'label', 'address', 'number', 'amount'].map((key) => named[key]).find(Boolean);
  return typeof name === 'string' || typeof name === 'number'
    ? String(name)
    : JSON.stringify(value).slice(0, 200);
}

/** What the record of an entry is called: by itself, or by the file that came to it. */
export function titleOf({ before, after }: Pick<Entry, 'before' | 'after'>): string | null {
  const sides = [sideOf(after), sideOf(before)];
  const names = sides.flatMap((side) =>
    ['subject', 'title', 'name', 'label', 'attachment'].map((key) => side[key]),
  );
  const name = names.find((one) => typeof one === 'string' && one !== '');
  return typeof name === 'string' ? name.slice(0, 200) : null;
}

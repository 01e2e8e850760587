// Which columns stand behind each field of a merge, and whose value counts unless somebody chooses otherwise. Pure.
import type { ContactMergeField, CustomerMergeField, MergeSide } from '#contract/merge.ts';

type Row = Readonly<Record<string, unknown>>;

export const customerColumnsOf: Readonly<Record<CustomerMergeField, readonly string[]>> = {
  name: ['name'],
  number: ['number'],
  kind: ['kind'],
  phase: ['phase'],
  address: ['street', 'postcode', 'city', 'country'],
  phone: ['phone', 'phone_normalized'],
  owner: ['owner_id'],
  parent: ['parent_id'],
  targetGroup: ['target_group'],
  sector: ['sector'],
  employees: ['employees'],
  shareOfWalletPercent: ['share_of_wallet_percent'],
  competitor: ['competitor'],
  terms: ['payment_term_days', 'discount_percent', 'discount_days', 'credit_limit_cents', 'delivery_terms'],
  attributes: ['attributes'],
};

export const contactColumnsOf: Readonly<Record<ContactMergeField, readonly string[]>> = {
  name: ['name'],
  salutation: ['salutation'],
  title: ['title'],
  jobTitle: ['job_title'],
  language: ['language'],
  attributes: ['attributes'],
};

/** Copied as they are; the others go through the checks of a change by hand, since territory and group hang on them. */
export const copiedFields: readonly CustomerMergeField[] = [
  'phone',
  'targetGroup',
  'employees',
  'shareOfWalletPercent',
  'competitor',
  'terms',
];

/** What an undo sets back in the winner where nobody has changed it since. */
export const restoredColumns = {
  customer: [
    ...Object.values(customerColumnsOf).flat(),
    'territory_id',
    'listed_territory_id',
    'territory_rule',
    'territory_rule_value',
    'customer_since',
    'blocked_at',
    'blocked_reason',
    'blocked_by',
  ],
  contact: [...Object.values(contactColumnsOf).flat(), 'roles'],
} as const;

/** The country alone is no address; it has a default. */
const weightless: ReadonlySet<string> = new Set(['country', 'phone_normalized']);

/** The richer side; as rich, the one the ERP knows; where places and numbers change, the one edited last; else the winner. */
export function chooseSide(
  field: string,
  columns: readonly string[],
  { winner, loser }: { winner: Row; loser: Row },
): MergeSide {
  const [mine, theirs] = [richnessOf(winner, columns), richnessOf(loser, columns)];
  if (mine !== theirs) return mine > theirs ? 'winner' : 'loser';
  if (mine === 0) return 'winner';
  const isKnown = (row: Row) => row['number'] !== null && row['number'] !== undefined;
  if (isKnown(winner) !== isKnown(loser)) return isKnown(winner) ? 'winner' : 'loser';
  const goesByAge = field === 'address' || field === 'phone';
  const isNewer = String(loser['updated_at']) > String(winner['updated_at']);
  return goesByAge && isNewer ? 'loser' : 'winner';
}

function richnessOf(row: Row, columns: readonly string[]): number {
  const filled = columns.filter((name) => !weightless.has(name)).map((name) => row[name]);
  return filled.reduce<number>((sum, value) => sum + weightOf(value), 0);
}

function weightOf(value: unknown): number {
  if (value === null || value === undefined || value === '') return 0;
  return typeof value === 'object' ? Object.keys(value).length : 1;
}

/** Columns of the winner that a merge changed and that stand as it left them; and those changed again since. */
export function whatToRestore(
  columns: readonly string[],
  { before, after, now }: { before: Row; after: Row; now: Row },
): { back: string[]; kept: string[] } {
  const changed = columns.filter((name) => !isSame(before[name], after[name]));
  return {
    back: changed.filter((name) => isSame(now[name], after[name])),
    kept: changed.filter((name) => !isSame(now[name], after[name])),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one ?? null)) === JSON.stringify(sorted(other ?? null));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

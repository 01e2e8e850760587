// Lists that the sample company keeps: shared with everybody, each a question that a sales team asks every week.
import type { ListDefinition } from '#contract/list-filter.ts';
import { attributeId } from './attributes.ts';
import type { SeedCalendar } from './calendar.ts';
import { organizationId, personId } from './people.ts';
import { idOf } from './random.ts';

type Kept = { name: string; definition: ListDefinition };

const kept: readonly Kept[] = [
  {
    name: 'A-Kunden ohne Besuch seit 90 Tagen',
    definition: {
      kind: 'customer',
      filter: {
        match: 'all',
        parts: [
          { field: 'rating_letter', operator: 'one_of', value: ['A'] },
          {
            match: 'any',
            parts: [
              { field: 'last_visit_at', operator: 'older_than_days', value: 90 },
              { field: 'last_visit_at', operator: 'is_empty' },
            ],
          },
        ],
      },
      columns: ['name', 'city', 'rating', 'owner', 'last_visit_at', 'next_visit_at', 'revenue_12_months'],
      sort: [{ field: 'revenue_12_months', descending: true }],
    },
  },
  {
    name: 'Angebote über 10.000 €, die in 14 Tagen auslaufen',
    definition: {
      kind: 'quote',
      filter: {
        match: 'all',
        parts: [
          { field: 'state', operator: 'one_of', value: ['open'] },
          { field: 'total', operator: 'at_least', value: 1_000_000 },
          { field: 'valid_until', operator: 'within_next_days', value: 14 },
        ],
      },
      columns: ['number', 'title', 'customer.name', 'customer.owner', 'total', 'chance', 'valid_until'],
      sort: [{ field: 'valid_until', descending: false }],
    },
  },
  {
    name: 'Überfällige Rechnungen nach Höhe',
    definition: {
      kind: 'invoice',
      filter: { match: 'all', parts: [{ field: 'days_overdue', operator: 'at_least', value: 1 }] },
      columns: ['number', 'customer.name', 'customer.owner', 'due_on', 'days_overdue', 'open', 'reminder_on'],
      sort: [{ field: 'open', descending: true }],
    },
  },
  {
    name: 'Rahmenverträge, die in 120 Tagen enden',
    definition: {
      kind: 'customer',
      filter: {
        match: 'all',
        parts: [{ field: `attribute.${attributeId('contract')}`, operator: 'within_next_days', value: 120 }],
      },
      columns: [
        'name',
        'city',
        'owner',
        `attribute.${attributeId('contract')}`,
        `attribute.${attributeId('discount')}`,
        'revenue_12_months',
        'revenue_last_year',
      ],
      sort: [{ field: `attribute.${attributeId('contract')}`, descending: false }],
    },
  },
];

/** Kept by the head of sales, for everybody. */
export function buildSavedListRows(calendar: SeedCalendar): Record<string, unknown>[] {
  const at = calendar.at(-30, '09:00').toISOString();
  return kept.map(({ name, definition }) => ({
    organization_id: organizationId,
    id: idOf('saved-list', name),
    version: 1,
    kind: definition.kind,
    name,
    definition,
    owner_id: personId('petra'),
    shared_with: 'all',
    editable_by: 'owner',
    created_at: at,
    updated_at: at,
  }));
}

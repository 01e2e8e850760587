// The company's own attributes as fields that a column can be mapped to.
import type { Attribute } from '#contract/attribute.ts';
import type { ImportKind } from '#contract/import-map.ts';
import { readAttributes } from '#api/attributes/attributes.ts';
import type { Query } from '#api/db/database.ts';
import type { FieldSpec, FieldType } from './kinds/kind.ts';
import { foldName } from './mapping.ts';

const types: Readonly<Record<Attribute['type'], FieldType>> = {
  text: 'text',
  number: 'number',
  date: 'day',
  yes_no: 'flag',
  choice: 'choice',
  multiple_choice: 'choices',
  money: 'cents',
};

/** Attributes of customers or contacts that are in use; other kinds have none. */
export async function readAttributeFields(
  trx: Query,
  organizationId: string,
  kind: ImportKind,
): Promise<FieldSpec[]> {
  if (kind !== 'customers' && kind !== 'contacts') return [];
  const recordKind = kind === 'customers' ? 'customer' : 'contact';
  const attributes = await readAttributes(trx, organizationId, recordKind);
  return attributes.filter((one) => !one.retired).map(toField);
}

function toField(attribute: Attribute): FieldSpec {
  return {
    name: `attribute:${attribute.id}`,
    column: `attributes.${attribute.id}`,
    type: types[attribute.type],
    longest: 2_000,
    ...(attribute.required ? { mustBeKnown: true as const } : {}),
    words: [foldName(attribute.key)],
    label: { de: attribute.labelDe, en: attribute.labelEn },
    choices: Object.fromEntries(
      attribute.choices.flatMap((choice) => [
        [foldName(choice.labelDe), choice.id],
        [foldName(choice.labelEn), choice.id],
      ]),
    ),
  };
}

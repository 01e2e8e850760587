// Microsoft's schema 1.5 of Adaptive Cards, from the reference folder beside the project; not here: every card passes.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

const file = new URL('../../../shared/reference/adaptive-cards/adaptive-card-1.5.0.json', import.meta.url);
export const hasCardSchema = existsSync(file);
if (!hasCardSchema) console.warn('The Adaptive Card schema is not beside the project; its suite is skipped.');

/** Checks a card; the problems found last stand in `errors`. */
export function compileCardSchema() {
  if (!hasCardSchema) return Object.assign(() => true, { errors: null });
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // a JSON schema
  delete schema['id'];
  dropBooleanRequired(schema);
  const ajv = new Ajv({ strict: false, allErrors: true });
  const draft6 = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as object;
  ajv.addMetaSchema(draft6);
  return ajv.compile(schema);
}

/** Draft 3 wrote `required: true` at the property; later drafts want a list, and ajv refuses the old form. */
function dropBooleanRequired(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if (typeof Reflect.get(node, 'required') === 'boolean') Reflect.deleteProperty(node, 'required');
  Object.values(node).forEach(dropBooleanRequired);
}

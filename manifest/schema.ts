// The unified manifest against the schema that Microsoft ships in @microsoft/app-manifest, offline.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);

/** One line per violation of the schema of this version ("1.22"); empty when valid. */
export function findSchemaProblems(manifest: unknown, version: string): string[] {
  const root = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const path = join(root, 'build/json-schemas/teams', `v${version}`, 'MicrosoftTeams.schema.json');
  const schema: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const check = ajv.compile(schema as object); // the file is Microsoft's JSON schema
  if (check(manifest)) return [];
  return (check.errors ?? []).map(
    (error) => `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
  );
}

// `npm run validate`: says whether both manifests are sound, with a sentence for everything that is not.
import { findManifestProblems } from './rules.ts';
import { findSchemaProblems } from './schema.ts';
import { sampleSettings } from './source.ts';
import { buildUnifiedManifest } from './unified.ts';

const manifest = buildUnifiedManifest(sampleSettings);
const problems = [
  ...findSchemaProblems(manifest, manifest.manifestVersion),
  ...findManifestProblems(manifest),
];
for (const problem of problems) console.error(problem);
console.info(
  problems.length === 0
    ? `The unified manifest is valid against schema ${manifest.manifestVersion} and our rules.`
    : `${problems.length} problems.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

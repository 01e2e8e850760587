// `npm run manifest -- --settings FILE`: writes both manifests and the package to upload into dist/manifest.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { drawIcon, drawOutline } from './icons.ts';
import { findManifestProblems } from './rules.ts';
import { findSchemaProblems } from './schema.ts';
import { ManifestSettings, mobileIconSizes, ribbonIconSizes, sampleSettings } from './source.ts';
import { buildEnglishLocalization, buildUnifiedManifest } from './unified.ts';
import { buildXmlManifest } from './xml.ts';

const iconFolder = new URL('./icons/', import.meta.url);
const iconSizes = [...new Set([...ribbonIconSizes, ...mobileIconSizes, 64, 128, 192])];

function writeIcons(): void {
  for (const size of iconSizes) writeFileSync(new URL(`icon-${size}.png`, iconFolder), drawIcon(size));
  writeFileSync(new URL('outline-32.png', iconFolder), drawOutline(32));
}

function readSettings(path: string | undefined): ManifestSettings {
  return path === undefined ? sampleSettings : ManifestSettings.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function pack(settings: ManifestSettings): Uint8Array {
  const icon = (name: string) => new Uint8Array(readFileSync(new URL(name, iconFolder)));
  return zipSync({
    'manifest.json': strToU8(JSON.stringify(buildUnifiedManifest(settings), null, 2)),
    'en.json': strToU8(JSON.stringify(buildEnglishLocalization(), null, 2)),
    'icon-192.png': icon('icon-192.png'),
    'icon-32.png': icon('icon-32.png'),
    'outline-32.png': icon('outline-32.png'),
  });
}

function main(): void {
  const { values } = parseArgs({ options: { settings: { type: 'string' }, icons: { type: 'boolean' } } });
  if (values.icons === true) writeIcons();
  const settings = readSettings(values.settings);
  const manifest = buildUnifiedManifest(settings);
  const problems = [
    ...findSchemaProblems(manifest, manifest.manifestVersion),
    ...findManifestProblems(manifest),
  ];
  if (problems.length > 0) throw new Error(`The manifest is not sound:\n${problems.join('\n')}`);
  mkdirSync('dist/manifest', { recursive: true });
  writeFileSync('dist/manifest/kundencockpit.zip', pack(settings));
  writeFileSync('dist/manifest/kundencockpit-mac-mobile.xml', buildXmlManifest(settings));
  console.info(
    'Written: dist/manifest/kundencockpit.zip (Teams admin center) and kundencockpit-mac-mobile.xml (Microsoft 365 admin center).',
  );
  if (values.settings === undefined)
    console.info('These carry sample ids. For your tenant: npm run manifest -- --settings my-settings.json');
}

main();

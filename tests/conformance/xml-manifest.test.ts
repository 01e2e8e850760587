// The XML manifest against Microsoft's add-in schemas. They know no mobile buttons, so that part is left to tests/manifest.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { sampleSettings } from '#manifest/source.ts';
import { buildXmlManifest } from '#manifest/xml.ts';

const folder = '../shared/reference/manifest/xsd/';
const file = (name: string) => ({ fileName: name, contents: readFileSync(folder + name, 'utf8') });

/** Lines of xmllint about this XML; empty when valid. */
async function validate(xml: string): Promise<string[]> {
  const result = await validateXML({
    xml: [
      { fileName: 'manifest.xml', contents: xml.replace(/<MobileFormFactor>.*<\/MobileFormFactor>/s, '') },
    ],
    schema: [file('OfficeAppManifestV1_1.xsd').contents],
    preload: [
      'OfficeAppBasicTypesV1_0.xsd',
      'MailAppVersionOverridesV1_0.xsd',
      'MailAppVersionOverridesV1_1.xsd',
      'TaskPaneAppVersionOverridesV1_0.xsd',
    ].map(file),
  });
  return result.valid ? [] : result.errors.map((error) => error.message);
}

describe.skipIf(!existsSync(folder))(
  'the XML manifest and Microsoft’s schemas (needs ../shared/reference)',
  () => {
    test('is valid', async () => {
      expect(await validate(buildXmlManifest(sampleSettings))).toEqual([]);
    });

    test('the check would see a wrong control', async () => {
      const broken = buildXmlManifest(sampleSettings).replaceAll('xsi:type="Button"', 'xsi:type="Knopf"');

      expect(await validate(broken)).not.toEqual([]);
    });
  },
);

import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { escalationNotice } from '#api/outside/activity-feed.ts';
import { drawIcon, drawOutline } from '#manifest/icons.ts';
import { findManifestProblems } from '#manifest/rules.ts';
import { findSchemaProblems } from '#manifest/schema.ts';
import { ManifestSettings, sampleSettings } from '#manifest/source.ts';
import { buildEnglishLocalization, buildUnifiedManifest } from '#manifest/unified.ts';
import { buildXmlManifest } from '#manifest/xml.ts';

type Manifest = ReturnType<typeof buildUnifiedManifest>;
const manifest = () => structuredClone(buildUnifiedManifest(sampleSettings));

describe('the unified manifest', () => {
  test.each(['1.22', '1.25', '1.30'])('is valid against Microsoft’s schema %s', (version) => {
    const problems = findSchemaProblems({ ...manifest(), manifestVersion: version }, version);

    expect(problems).toEqual([]);
  });

  test('holds our own rules', () => {
    expect(findManifestProblems(manifest())).toEqual([]);
  });

  test('declares the notice that the server sends, with exactly its places, in both languages', () => {
    const [declared, ...others] = manifest().activities.activityTypes;
    const english = buildEnglishLocalization()['activities.activityTypes[0].templateText'];

    expect(others).toEqual([]);
    expect(declared?.type).toBe(escalationNotice);
    for (const text of [declared?.templateText, english])
      expect(text?.match(/\{\w+\}/g)).toEqual(['{complaint}']);
  });

  test('names every command of the message extension in English too', () => {
    const english: Record<string, string> = buildEnglishLocalization();
    const { commands } = manifest().composeExtensions[0] ?? { commands: [] };

    expect(commands.map((_one, index) => english[`composeExtensions[0].commands[${index}].title`])).toEqual([
      'Customers',
      'Contacts',
      'Complaints',
      'Log to customer',
      'Make it a complaint',
      'Make it a follow-up',
    ]);
  });

  const broken: [string, (value: Manifest) => unknown, RegExp][] = [
    [
      'a button whose action nobody provides',
      (m) =>
        change(m, ['extensions', 0, 'ribbons', 0, 'tabs', 0, 'groups', 0, 'controls', 0, 'actionId'], 'nope'),
      /unknown action "nope"/,
    ],
    [
      'a tab without a page',
      (m) => change(m, ['staticTabs', 0, 'contentUrl'], undefined),
      /has no contentUrl/,
    ],
    [
      'a page over http',
      (m) => change(m, ['staticTabs', 0, 'contentUrl'], 'http://cockpit.example.com/x'),
      /must be https/,
    ],
    [
      'a page on a foreign host',
      (m) => change(m, ['extensions', 0, 'runtimes', 0, 'code', 'page'], 'https://evil.example/x'),
      /must be https on one of validDomains/,
    ],
    [
      'a domain with a scheme',
      (m) => change(m, ['validDomains', 0], 'https://cockpit.example.com'),
      /bare host name/,
    ],
    [
      'a bot that shares the API’s registration',
      (m) => change(m, ['bots', 0, 'botId'], sampleSettings.entraClientId),
      /shares its app registration/,
    ],
    [
      'a search that asks for nothing',
      (m) => change(m, ['composeExtensions', 0, 'commands', 0, 'parameters'], []),
      /the search "customers" has no parameters/,
    ],
    [
      'a message action without a dialog',
      (m) => change(m, ['composeExtensions', 0, 'commands', 3, 'fetchTask'], false),
      /the action "message_log" opens no dialog/,
    ],
    [
      'unfurling links of others',
      (m) => change(m, ['composeExtensions', 0, 'messageHandlers', 0, 'value', 'domains', 0], 'evil.example'),
      /links of "evil.example" are not ours/,
    ],
    [
      'a misspelt permission',
      (m) => change(m, ['authorization', 'permissions', 'resourceSpecific', 0, 'name'], 'Mailbox.Everything'),
      /not a permission we know/,
    ],
    [
      'notices without the right to send them',
      (m) => change(m, ['authorization', 'permissions', 'resourceSpecific', 1, 'type'], 'Delegated'),
      /without the application permission TeamsActivity/,
    ],
    [
      'a notice with a name of Microsoft’s own',
      (m) => change(m, ['activities', 'activityTypes', 0, 'type'], 'systemDefault'),
      /reserved or declared twice/,
    ],
    [
      'a notice whose template cannot be filled',
      (m) => change(m, ['activities', 'activityTypes', 0, 'templateText'], 'Frage: {complaint'),
      /has a broken place/,
    ],
    [
      'a redirect with a path',
      (m) =>
        change(
          m,
          ['webApplicationInfo', 'nestedAppAuthInfo', 0, 'redirectUri'],
          'brk-multihub://a.example/path',
        ),
      /without a path/,
    ],
    [
      'an event of the XML manifest',
      (m) =>
        change(
          m,
          ['extensions', 0, 'autoRunEvents'],
          [{ events: [{ type: 'onMessageSend', actionId: 'openPane' }] }],
        ),
      /is no event/,
    ],
  ];
  test.each(broken)('our rules refuse %s', (_what, breakIt, sentence) => {
    const problems = findManifestProblems(breakIt(manifest()));

    expect(problems.join('\n')).toMatch(sentence);
  });

  test('the English file translates only what the manifest has, within Microsoft’s lengths', () => {
    const value = manifest();

    for (const [path, text] of Object.entries(buildEnglishLocalization())) {
      if (path === '$schema') continue;
      const german = path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
      expect(german, path).toEqual(expect.any(String));
      expect(text.length, path).toBeLessThanOrEqual(
        path.endsWith('short') ? (path.startsWith('name') ? 30 : 80) : 4000,
      );
    }
  });

  test('settings with an address that is no origin are refused', () => {
    expect(ManifestSettings.safeParse({ ...sampleSettings, publicUrl: 'http://firma.de' }).success).toBe(
      false,
    );
    expect(ManifestSettings.safeParse({ ...sampleSettings, publicUrl: 'https://firma.de/crm' }).success).toBe(
      false,
    );
  });
});

describe('the XML manifest for Mac and mobile', () => {
  test('names every resource it uses and uses every resource it names', () => {
    const xml = buildXmlManifest(sampleSettings);
    const used = new Set([...xml.matchAll(/resid="([^"]+)"/g)].map((match) => match[1]));
    const named = new Set(
      [...xml.matchAll(/<bt:(?:Image|Url|String) id="([^"]+)"/g)].map((match) => match[1]),
    );

    expect([...used].sort()).toEqual([...named].sort());
  });

  test('offers the phone nine icons: three sizes in three scales', () => {
    const xml = buildXmlManifest(sampleSettings);

    expect([...xml.matchAll(/size="(25|32|48)" scale="([123])"/g)]).toHaveLength(9);
  });

  test('a company called A&B "Söhne" stays well-formed', () => {
    const xml = buildXmlManifest({ ...sampleSettings, company: 'A&B "Söhne" <GmbH>' });

    expect(xml).toContain('<ProviderName>A&amp;B &quot;Söhne&quot; &lt;GmbH&gt;</ProviderName>');
  });

  test('carries another id than the unified one, which hides it where both are installed', () => {
    expect(buildXmlManifest(sampleSettings)).toContain(`<Id>${sampleSettings.xmlId}</Id>`);
    expect(manifest().extensions[0]?.alternates[0]?.hide.customOfficeAddin.officeAddinId).toBe(
      sampleSettings.xmlId,
    );
    expect(sampleSettings.xmlId).not.toBe(sampleSettings.unifiedId);
  });
});

describe('the icons', () => {
  test.each([16, 25, 32, 48, 64, 80, 128, 192])(
    'icon-%i.png is drawn from the source and has its size',
    (size) => {
      const file = readFileSync(`manifest/icons/icon-${size}.png`);

      expect(PNG.sync.read(file)).toMatchObject({ width: size, height: size });
      expect(file.equals(drawIcon(size))).toBe(true);
    },
  );

  test('the outline is white on nothing', () => {
    const { data } = PNG.sync.read(drawOutline(32));
    const opaque = Array.from({ length: 32 * 32 }, (_, index) => [
      ...data.subarray(index * 4, index * 4 + 4),
    ]).filter((pixel) => pixel[3] !== 0);

    expect(opaque.length).toBeGreaterThan(50);
    expect(opaque.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  });
});

/** A copy of the manifest with one place changed. */
function change(value: Manifest, path: (string | number)[], to: unknown): unknown {
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (at, key) => at[key] as Record<string | number, unknown>,
      value as never,
    );
  parent[path.at(-1) ?? ''] = to;
  return value;
}

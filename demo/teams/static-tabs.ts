// The tabs of the app as Teams draws them: read from the manifest, as Teams reads it.
import { sampleSettings } from '../../manifest/source.ts';
import { buildEnglishLocalization, buildUnifiedManifest } from '../../manifest/unified.ts';

export interface StaticTab {
  entityId: string;
  name: string;
  /** What stands in the frame, below this server's own origin. */
  path: string;
}

const manifest = buildUnifiedManifest(sampleSettings);
// The English file is keyed by the manifest's own paths.
const english = buildEnglishLocalization() as Record<string, string>;

/** Without `conversations` (the bot's chat, which the page draws itself) and `about`. */
export function staticTabs(language: 'de' | 'en'): StaticTab[] {
  return manifest.staticTabs.flatMap((tab, index) => {
    if (!('contentUrl' in tab)) return [];
    const { pathname, search, hash } = new URL(tab.contentUrl);
    const name = language === 'en' ? english[`staticTabs[${index}].name`] : undefined;
    return [{ entityId: tab.entityId, name: name ?? tab.name, path: `${pathname}${search}${hash}` }];
  });
}

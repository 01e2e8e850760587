// Links into Teams (https://teams.microsoft.com/l/entity/…) read the way the Teams client reads them.

export interface EntityLink {
  appId: string;
  entityId: string;
  subEntityId: string | null;
}

/** What an entity link points at, or null when it is another kind of link. */
export function readEntityLink(url: string): EntityLink | null {
  if (!URL.canParse(url)) return null;
  const link = new URL(url);
  const [kind, what, appId, entityId] = link.pathname.split('/').filter((part) => part !== '');
  const isTeams = /^teams\.(microsoft\.com|cloud\.microsoft|live\.com)$/.test(link.host);
  if (!isTeams || kind !== 'l' || what !== 'entity' || appId === undefined || entityId === undefined)
    return null;
  return {
    appId: decodeURIComponent(appId),
    entityId: decodeURIComponent(entityId),
    subEntityId: readSubEntity(link.searchParams.get('context')),
  };
}

function readSubEntity(context: string | null): string | null {
  if (context === null) return null;
  try {
    const parsed: unknown = JSON.parse(context);
    const has = typeof parsed === 'object' && parsed !== null && 'subEntityId' in parsed;
    return has && typeof parsed.subEntityId === 'string' ? parsed.subEntityId : null;
  } catch {
    return null;
  }
}

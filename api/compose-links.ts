// Our own deep links: made for cards, and read again when somebody pastes one into a chat. Pure.
import type { RecordName } from '#teams-app/cards/record-card.ts';
import type { Config } from './config.ts';

type Addresses = Pick<Config, 'publicUrl' | 'teamsAppId'>;

const appIdOfDemo = 'kundencockpit';
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Opens exactly this customer or complaint in the app's tab. */
export function urlOf({ teamsAppId }: Addresses, { kind, id }: RecordName): string {
  const subEntityId = kind === 'complaint' ? `complaint:${id}` : id;
  const context = encodeURIComponent(JSON.stringify({ subEntityId }));
  const appId = encodeURIComponent(teamsAppId ?? appIdOfDemo);
  return `https://teams.microsoft.com/l/entity/${appId}/customer?context=${context}`;
}

/** Opens a tab of the app. */
export function placeUrl({ teamsAppId }: Addresses, entityId: string): string {
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId ?? appIdOfDemo)}/${entityId}`;
}

/** The record a link of ours leads to: into our tab in Teams, or to the tab's page itself; null for every other link. */
export function readLink(config: Addresses, url: string): RecordName | null {
  if (!URL.canParse(url)) return null;
  const link = new URL(url);
  const ownPage = link.origin === new URL(config.publicUrl).origin && link.pathname === '/teams/tab.html';
  if (ownPage) return readTarget(link.hash.replace(/^#?\/?/, ''));
  return isOwnTab(config, link) ? readTarget(readSubEntity(link.searchParams.get('context'))) : null;
}

function isOwnTab({ teamsAppId }: Addresses, link: URL): boolean {
  const isTeams = /^teams\.(microsoft\.com|cloud\.microsoft)$/.test(link.hostname);
  const [kind, what, appId] = link.pathname.split('/').filter((part) => part !== '');
  return isTeams && kind === 'l' && what === 'entity' && appId === (teamsAppId ?? appIdOfDemo);
}

function readSubEntity(context: string | null): string {
  try {
    const parsed: unknown = JSON.parse(context ?? '');
    const target = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'subEntityId') : '';
    return typeof target === 'string' ? target : '';
  } catch {
    return '';
  }
}

/** `<id>`, `customer:<id>`, `complaint/<id>`. */
function readTarget(target: string): RecordName | null {
  if (idPattern.test(target)) return { kind: 'customer', id: target };
  const [kind, id = ''] = target.split(/[:/]/);
  if ((kind !== 'customer' && kind !== 'complaint') || !idPattern.test(id)) return null;
  return { kind, id };
}

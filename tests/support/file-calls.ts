// Files go over the wire as they are, not as JSON: sent to an entry and fetched again.
import type { ShortName } from './people.ts';
import type { World } from './world.ts';

/** Hangs a file on an entry; the answer is an attachment or a refusal. */
export async function uploadFile(
  world: World,
  user: ShortName,
  { id, name, bytes }: { id: string; name: string; bytes: Buffer },
) {
  const response = await fetch(`${world.url}/api/activities/${id}/attachments/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      authorization: await world.authorizationOf(user),
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

export async function downloadFile(world: World, user: ShortName, id: string) {
  const headers = { authorization: await world.authorizationOf(user) };
  const response = await fetch(`${world.url}/api/attachments/${id}`, { headers });
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

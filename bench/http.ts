// Asking a server for text and refusing everything that is no success.

export async function get(url: string, headers: Record<string, string> = {}): Promise<string> {
  return readReply(await fetch(url, { headers }));
}

export async function post(url: string, headers: Record<string, string>, body: unknown): Promise<string> {
  const init = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return readReply(await fetch(url, init));
}

async function readReply(response: Response): Promise<string> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`);
  return text;
}

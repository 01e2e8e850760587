// The few calls this page makes to the demo's local Microsoft Graph, as the person of the demo bar.
const root = '/demo/graph/v1.0';

export interface GraphClient {
  /** `text`: bodies come as plain text. */
  get<T>(path: string, wish?: 'text'): Promise<T>;
  /** Every page of a collection, joined. */
  list<T>(path: string): Promise<T[]>;
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<void>;
}

interface Collection<T> {
  readonly value: T[];
  readonly '@odata.nextLink'?: string;
}

/** Makes the client; a call that fails rejects with the status in its message. */
export function createGraphClient(getToken: () => Promise<string>): GraphClient {
  const request = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { authorization: `Bearer ${await getToken()}`, ...init.headers };
    const response = await fetch(url, { ...init, headers });
    if (!response.ok) throw new Error(`The local Graph answered ${response.status} to ${url}.`);
    return response;
  };
  const read = async <T>(url: string, wish?: 'text'): Promise<T> => {
    const headers = wish === 'text' ? { prefer: 'outlook.body-content-type="text"' } : {};
    const response = await request(url, { headers });
    return response.json() as Promise<T>; // Our own stand-in; its wire format is tested against Microsoft's description.
  };
  return {
    get: (path, wish) => read(`${root}${path}`, wish),
    async list<T>(path: string) {
      const items: T[] = [];
      let url: string | undefined = `${root}${path}`;
      while (url !== undefined) {
        const page: Collection<T> = await read<Collection<T>>(url);
        items.push(...page.value);
        const next = page['@odata.nextLink'];
        url =
          next === undefined ? undefined : `${root}${next.slice(next.indexOf('/v1.0/') + '/v1.0'.length)}`;
      }
      return items;
    },
    async send(method, path, body) {
      const json = body === undefined ? {} : { body: JSON.stringify(body) };
      await request(`${root}${path}`, { method, headers: { 'content-type': 'application/json' }, ...json });
    },
  };
}

// Listening: on loopback in both of its spellings, so that http://localhost works whichever the browser tries first.
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

/** Listens on the host; `localhost` means 127.0.0.1 and, where the machine has it, ::1. Throws EADDRINUSE. */
export async function listen(app: RequestListener, host: string, port: number): Promise<Server[]> {
  if (host !== 'localhost') return [await listenOn(app, host, port)];
  const first = await listenOn(app, '127.0.0.1', port);
  const second = await listenOn(app, '::1', port).catch((error: unknown) => {
    if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'EAFNOSUPPORT') return null;
    first.close();
    throw error;
  });
  return second === null ? [first] : [first, second];
}

/** Stops accepting, lets answers under way finish for a moment, then cuts the rest. */
export async function stopListening(servers: readonly Server[], patienceMs = 3_000): Promise<void> {
  const closed = servers.map(
    (server) =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  );
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, patienceMs);
  await Promise.all(closed);
  clearTimeout(cut);
}

function listenOn(app: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 60_000 }, app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: host === '::1' }, () => resolve(server));
  });
}

/** The system's error code, for example EADDRINUSE. */
export function codeOf(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

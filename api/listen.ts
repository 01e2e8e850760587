// Listening: on loopback in both of its spellings, so that http://localhost works whichever the browser tries first.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorBody, ErrorCode } from '#contract/errors.ts';

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
  server.on('clientError', refuseUnread);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: host === '::1' }, () => resolve(server));
  });
}

/** What is no HTTP, or has too many headers, never becomes a request; it is answered all the same. */
function refuseUnread(error: Error, socket: Duplex): void {
  if (codeOf(error) === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const isTooLarge = codeOf(error) === 'HPE_HEADER_OVERFLOW';
  const code: ErrorCode = isTooLarge ? 'too_large' : 'invalid_input';
  const body: ErrorBody = { error: { code, requestId: randomUUID(), retry: false } };
  const text = JSON.stringify(body);
  const status = isTooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const headers = `Content-Type: application/json\r\nContent-Length: ${text.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${text}`);
}

/** The system's error code, for example EADDRINUSE. */
export function codeOf(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

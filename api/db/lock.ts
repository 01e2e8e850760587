// One server per data folder: two PGlite processes on the same files would lose each other's rows without a word.
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#api/start-error.ts';

export class FolderInUseError extends StartError {
  override readonly name = 'FolderInUseError';

  constructor(folder: string) {
    super({
      de: `Auf dem Ordner ${folder} läuft schon ein Kundencockpit. Beenden Sie es zuerst, oder wählen Sie mit DATA_FOLDER einen anderen Ordner.`,
      en: `Another Kundencockpit is already running on the folder ${folder}. Stop it first, or choose another folder with DATA_FOLDER.`,
    });
  }
}

/** Takes the folder's lock until the returned function is called or the process dies (SIGKILL included). Throws FolderInUseError. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const server = createServer();
  try {
    await listen(server, lockName(realpathSync(folder)));
  } catch (error) {
    if (isInUse(error)) throw new FolderInUseError(folder);
    throw error;
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** The kernel frees an abstract socket (Linux) and a named pipe (Windows) with the process that held it. */
function lockName(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return `\0kundencockpit-${digest}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\kundencockpit-${digest}`;
  return join(folder, 'server.lock'); // macOS: a socket file, see takeOverStale
}

async function listen(server: Server, name: string): Promise<void> {
  try {
    await listenOnce(server, name);
  } catch (error) {
    if (!isInUse(error) || process.platform !== 'darwin' || !(await takeOverStale(name))) throw error;
    await listenOnce(server, name);
  }
}

function listenOnce(server: Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(name, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A socket file that nobody answers on was left behind by a killed server: remove it. */
async function takeOverStale(name: string): Promise<boolean> {
  const { connect } = await import('node:net');
  const { rm } = await import('node:fs/promises');
  const answered = await new Promise<boolean>((resolve) => {
    const socket = connect(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
  if (!answered) await rm(name, { force: true });
  return !answered;
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

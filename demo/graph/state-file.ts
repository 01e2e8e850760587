// Keeps the local Graph's tasks in one JSON file, replaced as a whole, so that a restart finds them again.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface StateFile<T> {
  readonly state: T;
  /** Resolves once everything changed so far is on disk. */
  save(): Promise<void>;
  /** Puts another state in place (reset) and saves it. */
  replace(state: T): Promise<void>;
}

/** Opens the file, or starts with `empty`; `path` null keeps the state in memory only. */
export async function openStateFile<T>(path: string | null, empty: () => T): Promise<StateFile<T>> {
  let state = path === null ? empty() : ((await read<T>(path)) ?? empty());
  let writing: Promise<void> = Promise.resolve();
  let queued: Promise<void> | null = null;

  function save(): Promise<void> {
    if (path === null) return Promise.resolve();
    // Changes made while one write is under way share the next one.
    queued ??= writing.then(() => {
      queued = null;
      writing = write(path, JSON.stringify(state));
      return writing;
    });
    return queued;
  }

  return {
    get state() {
      return state;
    },
    save,
    replace: (next) => {
      state = next;
      return save();
    },
  };
}

async function read<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T; // only this file writes it
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  const handle = await open(part, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, path);
}

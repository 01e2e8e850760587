// Starts the real server (server.ts) as a process on a folder of its own, kills it without warning, starts it again.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Endpoint, Input } from '#contract/endpoint.ts';
import { signInToDemo } from '#contract/demo.ts';
import { callEndpoint } from '#tests/support/call.ts';
import type { Answer, CallOptions } from '#tests/support/call.ts';
import { freePort } from '#tests/support/databases.ts';

const script = fileURLToPath(new URL('./server.ts', import.meta.url));
/** The moment of all stories. */
const demoNow = '2026-09-03T13:58:00+02:00';
/** Long enough after it for every hold of a killed server to have run out. */
export const minutesLater = '2026-09-03T14:03:00+02:00';

export interface ServerProcess {
  readonly url: string;
  /** Starts it and kills it after so long, ready or not. */
  startAndKill(afterMs: number): Promise<void>;
  /** Its environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** Everything it wrote to its log so far, of all its lives. */
  said(): string;
  /** Starts it on the day of all stories, or at another moment. */
  start(now?: string): Promise<void>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Calls an endpoint as that person of the demo; null without a sign-in. */
  call<E extends Endpoint>(
    user: string | null,
    endpoint: E,
    input: Input<E>,
    more?: CallOptions,
  ): Promise<Answer<E>>;
  /** The Authorization header of that person. */
  authorizationOf(user: string): Promise<string>;
  /** Ends it and removes the folder. */
  close(): Promise<void>;
}

/** Makes the folder; nothing runs until `start`. */
export async function createServerProcess(settings: Record<string, string> = {}): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'kundencockpit-process-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_FOLDER: folder,
    REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const tokens = new Map<string, Promise<string>>();
  let child: ChildProcess | null = null;
  let said = '';

  function launch(now: string): Promise<ChildProcess> {
    const started = spawn(process.execPath, ['--import', 'tsx', script], {
      env: { ...environment, DEMO_NOW: now },
    });
    return new Promise((resolve, reject) => {
      started.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (chunk.toString().includes('ready')) resolve(started);
      });
      started.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      started.once('exit', (code) =>
        reject(new Error(`The server ended with ${code}.\n${said.slice(-4_000)}`)),
      );
    });
  }

  async function kill(): Promise<void> {
    const killed = child;
    child = null;
    if (killed === null || killed.exitCode !== null) return;
    const ended = new Promise((resolve) => killed.once('exit', resolve));
    killed.kill('SIGKILL');
    await ended;
  }

  async function signIn(user: string): Promise<string> {
    const answer = await callEndpoint(url, signInToDemo, { user }, {});
    return `Bearer ${answer.body.token}`;
  }

  function authorizationOf(user: string): Promise<string> {
    const token = tokens.get(user) ?? signIn(user);
    tokens.set(user, token);
    token.catch(() => tokens.delete(user));
    return token;
  }

  return {
    url,
    settings: environment,
    said: () => said,
    authorizationOf,
    start: async (now = demoNow) => {
      child = await launch(now);
    },
    kill,
    startAndKill: async (afterMs) => {
      const started = spawn(process.execPath, ['--import', 'tsx', script], {
        env: { ...environment, DEMO_NOW: demoNow },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => started.once('exit', resolve));
      const timer = setTimeout(() => started.kill('SIGKILL'), afterMs);
      await ended;
      clearTimeout(timer);
    },
    call: async (user, endpoint, input, more = {}) => {
      const headers = user === null ? {} : { authorization: await authorizationOf(user) };
      return callEndpoint(url, endpoint, input, { ...more, headers: { ...headers, ...more.headers } });
    },
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `npm start` to its end: how it ended and what it said. */
export function runStart(
  environment: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/start.ts'], { env: environment });
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said })));
}

// The real server as a person starts it (`npm start`), on a free port and a folder of its own; can be stopped and started.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The moment of all stories and pictures. */
export const demoNow = '2026-09-03T13:58:00+02:00';
const startLimitMs = 120_000;

export interface DemoServer {
  readonly origin: string;
  /** What the server logged since it was started last. */
  log(): string;
  /** Ends the process as a crash would; the folder stays. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it for good and removes the folder. */
  close(): Promise<void>;
}

/** Starts the server; resolves when it says that it is ready. */
export async function startDemoServer(): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-journey-'));
  const port = await findFreePort();
  let running: ChildProcess | null = null;
  let logged = '';
  const start = async () => {
    logged = '';
    running = await launch(port, folder, (text) => {
      logged += text;
    });
  };
  const kill = async () => {
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((done) => running?.once('exit', done));
    running.kill('SIGKILL');
    await ended;
    running = null;
  };
  await start();
  return {
    origin: `http://localhost:${port}`,
    kill,
    start,
    log: () => logged,
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(port: number, folder: string, log: (text: string) => void): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/start.ts', '--port', String(port)], {
    cwd: root,
    env: { ...withoutSettings(), DEMO_NOW: demoNow, DATA_FOLDER: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done, failed) => {
    let said = '';
    const timer = setTimeout(() => fail('It did not become ready in time.'), startLimitMs);
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      failed(new Error(`The server did not start. ${why}\n${said}`));
    };
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      log(chunk.toString());
      if (!said.includes('is ready')) return;
      clearTimeout(timer);
      done(child);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => fail(`It ended with ${code}.`));
  });
}

/** The developer's own settings must not reach the demo under test. */
function withoutSettings(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, NODE_ENV: _mode, PUBLIC_URL: _public, HOST: _host, ...rest } = process.env;
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !/^(ENTRA|BOT|GRAPH)_/.test(name)));
}

function findFreePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : failed(new Error())));
    });
  });
}

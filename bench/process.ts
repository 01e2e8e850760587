// Child processes of the bench: started with a pipe that ends them, asked for their port and their memory.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleServer } from '../build/bundle-server.js';

export interface Child {
  readonly url: string;
  /** Highest resident memory so far, in MB (Linux only, else NaN). */
  peakMemoryMb(): number;
  stop(): Promise<void>;
}

/** Bundles a script of this folder as `npm start` does, runs it and waits until it prints `ready <port>`. */
export async function startChild(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Child> {
  const path = fileURLToPath(new URL(`../dist/bench/${script.replace('.ts', '.js')}`, import.meta.url));
  await bundleServer(`bench/${script}`, path);
  const child = spawn(process.execPath, [...startFlags(), path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const ready = /ready (\d+)/.exec(chunk.toString());
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    child.once('close', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    peakMemoryMb: () => readPeakMb(child.pid ?? 0),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** The flags of Node that `npm start` gives. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
}

function readPeakMb(pid: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

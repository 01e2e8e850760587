// Builds the pages when something they are made of has changed, and knows when nothing has. Run as a command:
// `node --import tsx build/pages.ts` (NODE_ENV=production for the release, `--watch` to keep building).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const demoPages = ['demo/bar', 'demo/landing', 'demo/outlook', 'demo/teams'];
const sources = [
  'contract',
  'screens',
  'addin',
  'teams-app/tab',
  'teams-app/cards',
  'manifest',
  ...demoPages,
  'build',
];
const single = ['webpack.config.js', 'package-lock.json'];
const isSource = /\.(tsx?|c?js|svg|png|json)$/;

function filesUnder(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isSource.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A fingerprint of everything the pages are made of, and of the kind of build. */
function fingerprint(): string {
  const hash = createHash('sha256').update(env.NODE_ENV === 'production' ? 'release' : 'fast');
  for (const file of [...sources.flatMap(filesUnder), ...single.map((name) => join(root, name))]) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampOf = (folder: string) => join(resolve(root, folder), 'build-stamp.txt');

/** Whether the built pages in `folder` are those of the sources as they are now. */
export function isBuildFresh(folder = 'dist'): boolean {
  const stamp = stampOf(folder);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function runWebpack(more: string[]): Promise<void> {
  const command = [join(root, 'node_modules/webpack/bin/webpack.js'), ...more];
  const child = spawn(execPath, command, { cwd: root, stdio: 'inherit' });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) =>
      code === 0 ? done() : failed(new Error(`Building the pages failed (webpack ended with ${code}).`)),
    );
  });
}

/** Builds the pages unless they are fresh; answers whether it had to build. Throws when webpack reports errors. */
export async function buildPages(folder = 'dist'): Promise<boolean> {
  if (isBuildFresh(folder)) return false;
  const before = fingerprint();
  await runWebpack(['build', '--env', `out=${folder}`]);
  writeFileSync(stampOf(folder), before);
  return true;
}

/** Builds again at every change of a source, until the process ends. */
export function watchPages(folder = 'dist'): Promise<void> {
  return runWebpack(['watch', '--env', `out=${folder}`]);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = argv.find((word) => word.startsWith('--out='))?.slice('--out='.length) ?? 'dist';
  const started = Date.now();
  if (argv.includes('--watch')) await watchPages(folder);
  else if (await buildPages(folder))
    console.info(`Pages built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  else console.info('Pages are up to date.');
}

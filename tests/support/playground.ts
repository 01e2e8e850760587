// Microsoft's Agents Playground as a child process: a foreign client for the bot, on this machine only, without telemetry.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export interface Playground {
  readonly url: string;
  /** Where bots post to it. */
  readonly serviceUrl: string;
  stop(): Promise<void>;
}

/** Starts it for one person's personal chat with the bot, and waits until it answers. */
export async function startPlayground(options: {
  readonly port: number;
  readonly botUrl: string;
  readonly botId: string;
  readonly person: SignedInUser;
}): Promise<Playground> {
  const { port, botUrl } = options;
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  writeFileSync(join(folder, '.m365agentsplayground.yml'), describeChat(options));
  const url = `http://localhost:${port}`;
  const main = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
  const program = join(dirname(main), 'cli.js');
  const child = spawn(
    process.execPath,
    [program, '-e', botUrl, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, BROWSER: 'none' } },
  );
  let output = '';
  child.stdout.on('data', (part) => (output += String(part)));
  child.stderr.on('data', (part) => (output += String(part)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await waitUntilUp(url, () => output);
  return {
    url,
    serviceUrl: `${url}/_connector`,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** YAML is a superset of JSON, so no library is needed to write it. */
function describeChat({ person, botId }: { person: SignedInUser; botId: string }): string {
  const [givenName = '', surname = ''] = person.name.split(' ');
  const account = (number: number, name: string) => ({
    id: `29:user-${number}`,
    name,
    givenName: name,
    surname: 'Muster',
    userPrincipleName: `user${number}@brenner-lohse.test`,
    aadObjectId: `00000000-0000-4000-8000-00000009000${number}`,
    email: `user${number}@brenner-lohse.test`,
  });
  return JSON.stringify({
    version: '0.1.1',
    tenantId: demoTenantId,
    bot: { id: botId, name: 'Kundencockpit' },
    currentUser: {
      ...account(0, person.name),
      givenName,
      surname,
      userPrincipleName: person.email,
      email: person.email,
      aadObjectId: person.entraOid,
    },
    users: [1, 2, 3, 4, 5].map((number) => account(number, `Person ${number}`)),
    personalChat: { id: 'personal-chat-id' },
    groupChat: { id: 'group-chat-id', name: 'Gruppe' },
    team: {
      id: 'team-id',
      name: 'Vertrieb',
      aadGroupId: '00000000-0000-4000-8000-000000090009',
      channels: [{ id: 'channel-id', name: 'Ankündigungen' }],
    },
  });
}

const patienceMs = 30_000;

async function waitUntilUp(url: string, output: () => string): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The Agents Playground did not start: ${output().slice(-2000)}`);
}

// `npm start`: builds the pages when they are older than their sources, starts everything, says where it is.
import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import { buildPages, watchPages } from '../build/pages.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { FolderInUseError } from './db/lock.ts';
import { codeOf, listen, stopListening } from './listen.ts';
import { createMain } from './main.ts';
import type { Main } from './main.ts';

interface Options {
  readonly mails: string | null;
  readonly dev: boolean;
}

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const { options, config } = readCommandLine();
  const main = await createMain(config, { mailsFolder: options.mails });
  const servers = await open(main, config).catch(async (error: unknown) => {
    await main.close();
    throw error;
  });
  main.startJobs();
  console.info(greeting(config));
  if (options.dev) watchPages().catch((error: unknown) => console.error(explain(error)));

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await stopListening(servers);
    await main.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

async function open(main: Main, config: Config): Promise<Server[]> {
  await buildPages();
  return listen(main.app, config.host, config.port);
}

function readCommandLine(): { options: Options; config: Config } {
  const { values } = parseArgs({
    options: {
      mails: { type: 'string' },
      port: { type: 'string' },
      dev: { type: 'boolean', default: false },
    },
  });
  const config = readConfig(undefined, values.port === undefined ? {} : { PORT: values.port });
  return { options: { mails: values.mails ?? null, dev: values.dev }, config };
}

function greeting(config: Config): string {
  const what = config.mode === 'demo' ? 'Kundencockpit (Demo – keine echten Daten)' : 'Kundencockpit';
  return `${what} is ready: ${config.publicUrl} (stop with Ctrl+C)`;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof FolderInUseError) return error.message;
  if (codeOf(error) === 'EADDRINUSE') {
    return 'The port is taken by another program. Stop that, or choose another one: npm start -- --port 3001';
  }
  if (isUnreachable(error))
    return 'The database of DATABASE_URL does not answer. Is it running, and is the address right?';
  if (codeOf(error)?.startsWith('ERR_PARSE_ARGS')) return error instanceof Error ? error.message : '';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isUnreachable(error: unknown): boolean {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(codeOf(first) ?? '');
}

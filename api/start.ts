// `npm start`: builds the pages when they are older than their sources, starts everything, says where it is.
import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import { buildPages, watchPages } from '../build/pages.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { codeOf, listen, stopListening } from './listen.ts';
import { createMain } from './main.ts';
import type { Main } from './main.ts';
import { StartError } from './start-error.ts';

interface Options {
  readonly mails: string | null;
  readonly dev: boolean;
}

/** What a data folder says that cannot be one. */
const folderFaults = ['EACCES', 'EEXIST', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'];

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
  return `${what} ist bereit · is ready: ${config.publicUrl} (Strg+C · Ctrl+C)`;
}

/** The known reasons as a sentence in both languages; everything else with its stack. */
function explain(error: unknown): string {
  const known = error instanceof StartError ? error : reasonOf(error);
  if (known !== null) return known.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function reasonOf(error: unknown): StartError | null {
  const code = codeOf(error) ?? '';
  if (code === 'EADDRINUSE') {
    return new StartError({
      de: 'Der Port ist von einem anderen Programm belegt. Beenden Sie es, oder wählen Sie einen anderen: npm start -- --port 3001',
      en: 'The port is taken by another program. Stop that, or choose another one: npm start -- --port 3001',
    });
  }
  if (isUnreachable(error)) {
    return new StartError({
      de: 'Die Datenbank aus DATABASE_URL antwortet nicht. Läuft sie, und stimmt die Adresse?',
      en: 'The database of DATABASE_URL does not answer. Is it running, and is the address right?',
    });
  }
  if (isRefused(error)) {
    return new StartError({
      de: 'Die Datenbank aus DATABASE_URL nimmt uns nicht an. Stimmen Benutzer, Kennwort und Name der Datenbank?',
      en: 'The database of DATABASE_URL turns us away. Are user, password and name of the database right?',
    });
  }
  if (folderFaults.includes(code)) {
    const reason = error instanceof Error ? error.message : '';
    return new StartError({
      de: `Der Datenordner kann nicht beschrieben werden: ${reason}`,
      en: `The data folder cannot be written to: ${reason}`,
    });
  }
  if (!code.startsWith('ERR_PARSE_ARGS')) return null;
  const reason = error instanceof Error ? error.message : '';
  return new StartError({
    de: `Diese Angabe beim Start ist unbekannt: ${reason}`,
    en: `This option is not known: ${reason}`,
  });
}

function isUnreachable(error: unknown): boolean {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(codeOf(first) ?? '');
}

/** SQLSTATE: wrong password or user (28…), no such database (3D000). */
function isRefused(error: unknown): boolean {
  return /^(28...|3D000)$/.test(codeOf(error) ?? '');
}

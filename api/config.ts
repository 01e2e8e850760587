// The settings, read once from the environment; nobody else in the server reads process.env.
import { z } from 'zod';
import { StartError } from './start-error.ts';

/** An empty variable counts as not set, as in a copied .env.example. */
function setting<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema);
}
const text = setting(z.string().trim().optional());
const address = setting(z.url().optional());

const TenantList = z
  .string()
  .transform((list) => list.split(',').map((tenant) => tenant.trim().toLowerCase()))
  .pipe(z.array(z.guid()));

const ProxyList = z
  .string()
  .transform((list) => list.split(',').map((proxy) => proxy.trim()))
  .pipe(z.array(z.union([z.literal('loopback'), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])));

const SecretKey = z.string().transform((text, context) => {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (key.length === 32) return key;
  context.addIssue({ code: 'custom', message: 'not 32 bytes' });
  return z.NEVER;
});

const HostList = z.string().transform((list) =>
  list
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== ''),
);

const Environment = z.object({
  NODE_ENV: text,
  DATABASE_URL: setting(z.string().nullable().default(null)),
  DATA_FOLDER: setting(z.string().default('./data')),
  HOST: setting(z.string().default('localhost')),
  PORT: setting(z.coerce.number().int().min(0).max(65_535).default(3000)),
  PUBLIC_URL: address,
  LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional()),
  DEMO_NOW: setting(
    z.iso
      .datetime({ offset: true })
      .transform((at) => new Date(at))
      .nullable()
      .default(null),
  ),
  ENTRA_TENANT_ID: setting(z.guid().toLowerCase().optional()),
  ENTRA_CLIENT_ID: text,
  ENTRA_CLIENT_SECRET: text,
  /** Further tenants whose users may sign in, separated by commas. */
  ENTRA_ALLOWED_TENANTS: setting(TenantList.optional()),
  ENTRA_AUTHORITY_URL: address,
  GRAPH_URL: address,
  BOT_APP_ID: text,
  BOT_APP_SECRET: text,
  BOT_TENANT_ID: text,
  TEAMS_APP_ID: setting(z.string().nullable().default(null)),
  /** 32 bytes as hex or base64: what seals credentials that are kept in the database. */
  SECRET_KEY: setting(SecretKey.nullable().default(null)),
  /** Hosts (host or host:port, separated by commas) that imports may fetch from although they lie in a private network. */
  IMPORT_HOSTS: setting(HostList.default([])),
  /** A folder from which imports take files that the ERP puts there. */
  IMPORT_FOLDER: setting(z.string().nullable().default(null)),
  /** Whether the server may look into Sent Items and inboxes by itself (Mail.Read of each person); off unless set. */
  READ_MAILBOXES: setting(
    z
      .enum(['yes', 'no'])
      .default('no')
      .transform((word) => word === 'yes'),
  ),
  /** 0 turns a limit off. */
  REQUESTS_PER_MINUTE: setting(z.coerce.number().int().min(0).default(600)),
  REFUSALS_PER_MINUTE: setting(z.coerce.number().int().min(0).default(30)),
  /** Addresses or networks of reverse proxies in front, separated by commas. */
  TRUSTED_PROXIES: setting(ProxyList.default(['loopback'])),
});

export interface EntraConfig {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly allowedTenants: readonly string[];
  /** `https://login.microsoftonline.com`, or a national cloud's address; no slash at the end. */
  readonly authorityUrl: string;
}

export interface BotConfig {
  readonly appId: string;
  readonly appSecret: string;
  readonly tenantId: string;
}

export interface LimitConfig {
  /** How many requests of the API one person may send in a minute; 0: any number. */
  readonly requestsPerMinute: number;
  /** After how many refused sign-ins in a minute an address is told to wait; 0: never. */
  readonly refusalsPerMinute: number;
}

export interface Config {
  /** demo: local sign-in, Graph and bot connector with sample data; only when nothing of Entra is configured. */
  readonly mode: 'demo' | 'entra';
  readonly isProduction: boolean;
  /** A PostgreSQL server; null: the embedded database in dataFolder. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Where browsers and Microsoft reach this server; no slash at the end. */
  readonly publicUrl: string;
  readonly logLevel: string;
  /** Where the server's clock starts; null: the machine's clock. */
  readonly demoNow: Date | null;
  readonly entra: EntraConfig | null;
  readonly graphUrl: string;
  readonly bot: BotConfig | null;
  readonly teamsAppId: string | null;
  /** Mailboxes are read for what their owners want logged, without anybody opening Outlook. */
  readonly readsMailboxes: boolean;
  readonly limits: LimitConfig;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly imports: ImportConfig;
}

export interface ImportConfig {
  /** Seals credentials of sources; null: none can be kept. */
  readonly secretKey: Buffer | null;
  /** Hosts of private networks that sources may name. */
  readonly hosts: readonly string[];
  readonly folder: string | null;
}

/** Settings with which the server does not start. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';
}

type Variables = Readonly<Record<string, string | undefined>>;
type Settings = z.infer<typeof Environment>;

/** Reads the settings, `instead` (the command line) before the environment; throws ConfigError with a sentence when they do not make sense. */
export function readConfig(environment: Variables = process.env, instead: Variables = {}): Config {
  const parsed = Environment.safeParse({ ...environment, ...instead });
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new ConfigError({
      de: `Diese Einstellungen haben einen Wert, der nicht verwendet werden kann: ${names}.`,
      en: `These settings have a value that cannot be used: ${names}.`,
    });
  }
  const variables = parsed.data;
  const isProduction = variables.NODE_ENV === 'production';
  const entra = readEntra(variables);
  if (entra === null && isProduction) {
    throw new ConfigError({
      de: 'Kundencockpit startet mit NODE_ENV=production nicht ohne Anmeldung: Setzen Sie ENTRA_TENANT_ID, ENTRA_CLIENT_ID und ENTRA_CLIENT_SECRET. (Die Demo mit ihren Beispielpersonen läuft nur mit anderem NODE_ENV.)',
      en: 'Kundencockpit does not start with NODE_ENV=production and without a sign-in: set ENTRA_TENANT_ID, ENTRA_CLIENT_ID and ENTRA_CLIENT_SECRET. (The demo with its sample people is for NODE_ENV other than production.)',
    });
  }
  const mode = entra === null ? 'demo' : 'entra';
  return {
    mode,
    isProduction,
    databaseUrl: variables.DATABASE_URL,
    dataFolder: variables.DATA_FOLDER,
    host: variables.HOST,
    port: variables.PORT,
    ...readAddresses(variables, mode),
    logLevel: variables.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    demoNow: variables.DEMO_NOW,
    entra,
    bot: readBot(variables, mode),
    teamsAppId: variables.TEAMS_APP_ID,
    readsMailboxes: variables.READ_MAILBOXES,
    limits: {
      requestsPerMinute: variables.REQUESTS_PER_MINUTE,
      refusalsPerMinute: variables.REFUSALS_PER_MINUTE,
    },
    trustedProxies: variables.TRUSTED_PROXIES,
    imports: {
      secretKey: variables.SECRET_KEY,
      hosts: variables.IMPORT_HOSTS,
      folder: variables.IMPORT_FOLDER,
    },
  };
}

function readAddresses(variables: Settings, mode: Config['mode']): Pick<Config, 'publicUrl' | 'graphUrl'> {
  const publicUrl = trimSlash(variables.PUBLIC_URL ?? `http://localhost:${variables.PORT}`);
  const graphUrl = mode === 'demo' ? `${publicUrl}/demo/graph` : 'https://graph.microsoft.com';
  return { publicUrl, graphUrl: trimSlash(variables.GRAPH_URL ?? graphUrl) };
}

function readEntra(variables: Settings): EntraConfig | null {
  const given = {
    ENTRA_TENANT_ID: variables.ENTRA_TENANT_ID,
    ENTRA_CLIENT_ID: variables.ENTRA_CLIENT_ID,
    ENTRA_CLIENT_SECRET: variables.ENTRA_CLIENT_SECRET,
  };
  const { ENTRA_TENANT_ID: tenantId, ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret } = given;
  if (tenantId && clientId && clientSecret) {
    return {
      tenantId,
      clientId: clientId.toLowerCase(),
      clientSecret,
      allowedTenants: [...new Set([tenantId, ...(variables.ENTRA_ALLOWED_TENANTS ?? [])])],
      authorityUrl: trimSlash(variables.ENTRA_AUTHORITY_URL ?? 'https://login.microsoftonline.com'),
    };
  }
  const isAnySet = Object.keys(variables).some(
    (name) => name.startsWith('ENTRA_') && variables[name as keyof Settings] !== undefined,
  );
  if (!isAnySet) return null;
  const missing = Object.entries(given)
    .filter(([, value]) => !value)
    .map(([name]) => name)
    .join(', ');
  throw new ConfigError({
    de: `Die Anmeldung ist nur zum Teil eingerichtet; es fehlt noch: ${missing}.`,
    en: `The sign-in is set up only in part; still missing: ${missing}.`,
  });
}

function readBot(variables: Settings, mode: Config['mode']): BotConfig | null {
  const { BOT_APP_ID: appId, BOT_APP_SECRET: appSecret } = variables;
  if (mode === 'demo') return null;
  if (!appId && !appSecret) return null;
  if (!appId || !appSecret) {
    throw new ConfigError({
      de: 'Der Bot braucht BOT_APP_ID und BOT_APP_SECRET.',
      en: 'The bot needs both BOT_APP_ID and BOT_APP_SECRET.',
    });
  }
  return { appId, appSecret, tenantId: variables.BOT_TENANT_ID ?? variables.ENTRA_TENANT_ID ?? '' };
}

function trimSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

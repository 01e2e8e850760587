// The surroundings of the demo: its own issuer and sample people, mails and a local Graph. Loaded in demo mode only.
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createConnector } from '#demo/connector/connector.ts';
import type { Connector, ConnectorPerson } from '#demo/connector/connector.ts';
import { createGraphStandIn } from '#demo/graph/graph-stand-in.ts';
import type { GraphStandIn } from '#demo/graph/graph-stand-in.ts';
import type { MailboxSource } from '#demo/graph/mailbox-source.ts';
import { openMailbox } from '#demo/mailbox/mailbox.ts';
import { sampleAppointments } from '#demo/seed/appointments.ts';
import { createSeedCalendar } from '#demo/seed/calendar.ts';
import { seedDemo } from '#demo/seed/seed.ts';
import { seedToDo } from '#demo/seed/to-do.ts';
import type { BotSurroundings } from './compose-bot.ts';
import type { Config } from './config.ts';
import { againIfCrossed } from './db/again.ts';
import { clearOrganization } from './db/clear-organization.ts';
import type { Database, Query } from './db/database.ts';
import { createDemoIssuer } from './demo-sign-in/issuer.ts';
import { demoSignInRoutes } from './demo-sign-in/routes.ts';
import { demoTenantId } from './demo-sign-in/tenant.ts';
import { createTokenCheck } from './http/token-check.ts';
import type { TokenCheck } from './http/token-check.ts';
import type { Clock } from './outside/clock.ts';
import { exchangeInDemo } from './outside/user-tokens.ts';
import type { Surroundings } from './surroundings.ts';
import { findPerson } from './users/users.ts';
import type { KnownPerson } from './users/users.ts';

export interface DemoParts {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  /** A folder of .eml files to show instead of the demo's own mails. */
  readonly mailsFolder: string | null;
}

const ownMails = fileURLToPath(new URL('../demo/mails', import.meta.url));

/** Joins what the demo needs; the caller has made sure that this is the demo. */
export async function composeDemo({ config, db, clock, mailsFolder }: DemoParts): Promise<Surroundings> {
  const issuer = await createDemoIssuer(clock, config.dataFolder);
  const checkToken = createTokenCheck(issuer.rules, clock);
  const known = await readSeededAt(db);
  let mailbox = await openMails(mailsFolder, known ?? (await seed(db, clock)));
  const graph = await openGraph(config, clock, { checkToken, mailbox: () => mailbox });
  if (known === null) await seedToDo(db, graph.store, config);
  const connector = await openConnector({ config, db, clock });

  /**
   * Emptied and filled in one transaction: a request between the two would sign its user up anew, and the sample people could not
   * be written. The surroundings are emptied before anything new can be sent to them: the new data brings its own cards and tasks.
   * Work that goes on meanwhile may cross it, so it is done again then.
   */
  async function reset(): Promise<void> {
    const empty = async (trx: Query) => {
      await clearOrganization(trx, demoTenantId);
      await Promise.all([graph.reset(), connector.reset()]);
      return seed(db, clock);
    };
    const at = await againIfCrossed(() => db.system(empty));
    await seedToDo(db, graph.store, config);
    mailbox = await openMails(mailsFolder, at);
  }

  return {
    checkToken,
    exchange: exchangeInDemo,
    appToken: null,
    bot: botOf(connector),
    homeOrganizationId: demoTenantId,
    routes: [demoSignInRoutes(issuer, reset)],
    mounts: [
      (app) => app.use('/demo/graph', graph.router),
      (app) => app.use('/demo/connector', connector.router),
    ],
  };
}

/** Mails and sample data are written for one day and moved to the day of seeding together. */
async function seed(db: Database, clock: Clock): Promise<Date> {
  const at = clock.now();
  await db.system(async (trx) => {
    await seedDemo(db, { now: at });
    await sql`update organization set settings = settings || jsonb_build_object('demoSeededAt', ${at.toISOString()}::text)
      where organization_id = ${demoTenantId}`.execute(trx);
  });
  return at;
}

async function readSeededAt(db: Database): Promise<Date | null> {
  const { rows } = await db.execute(
    `select settings->>'demoSeededAt' as at from organization where organization_id = $1`,
    [demoTenantId],
  );
  const [row] = rows as { at: string | null }[]; // the one column asked for
  return row === undefined ? null : new Date(row.at ?? Date.now());
}

function openMails(folder: string | null, seededAt: Date): Promise<MailboxSource> {
  if (folder !== null) return openMailbox({ folder });
  return openMailbox({ folder: ownMails, move: createSeedCalendar(seededAt).move });
}

interface GraphParts {
  readonly checkToken: TokenCheck;
  /** Asked anew for every request, because a reset opens the mails anew. */
  readonly mailbox: () => MailboxSource;
}

function openGraph(config: Config, clock: Clock, parts: GraphParts): Promise<GraphStandIn> {
  return createGraphStandIn({
    folder: config.dataFolder,
    clock,
    mailbox: {
      listMessages: (...given) => parts.mailbox().listMessages(...given),
      readMessage: (...given) => parts.mailbox().readMessage(...given),
      readAttachment: (...given) => parts.mailbox().readAttachment(...given),
    },
    appointments: (_personId, now) => sampleAppointments(now),
    verify: async (token) => {
      const claims = await parts.checkToken(token).catch(() => null);
      if (claims === null) return null;
      return { id: claims.entraOid, displayName: claims.name, mail: claims.email, jobTitle: null };
    },
  });
}

const demoBotId = '00000000-0000-4000-8000-00000000b070';

function openConnector({
  config,
  db,
  clock,
}: Pick<DemoParts, 'config' | 'db' | 'clock'>): Promise<Connector> {
  const toPerson = (person: KnownPerson | null): ConnectorPerson | null =>
    person && { ...person, locale: 'de-DE' };
  return createConnector({
    url: `${config.publicUrl}/demo/connector`,
    botUrl: `${config.publicUrl}/bot/messages`,
    botId: demoBotId,
    people: {
      tenantId: demoTenantId,
      findByShortName: async (shortName) => toPerson(await findPerson({ db }, demoTenantId, { shortName })),
      findByOid: async (entraOid) => toPerson(await findPerson({ db }, demoTenantId, { entraOid })),
    },
    folder: config.dataFolder,
    now: () => clock.now(),
  });
}

function botOf({ channel, signer }: Connector): BotSurroundings {
  return {
    appId: demoBotId,
    getToken: () => signer.issueBotToken(),
    tenantId: demoTenantId,
    serviceUrl: channel.issuer,
    channel,
    guard: {
      issuer: channel.issuer,
      keysUrl: channel.keysUrl,
      tenants: [demoTenantId],
      isTrustedServiceUrl: (url) => url.href.replace(/\/$/, '') === channel.issuer,
    },
  };
}

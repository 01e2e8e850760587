// A small local Microsoft Graph that speaks the real wire format, for the demo and the tests. Not a mock: it keeps what it is told.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import express, { Router } from 'express';
import type { Response } from 'express';
import type { Clock } from '#api/outside/clock.ts';
import { addFeedRoutes } from './feed-routes.ts';
import type { StoredNotice } from './feed-routes.ts';
import { addCalendarRoutes } from './calendar-routes.ts';
import { createCalendarStore, emptyCalendars } from './calendar-store.ts';
import type { CalendarStore, SampleEvent } from './calendar-store.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import type { MailboxSource } from './mailbox-source.ts';
import { addMailRoutes } from './mail-routes.ts';
import { openStateFile } from './state-file.ts';
import { createToDoStore, emptyState } from './to-do-store.ts';
import type { StoredTask, ToDoStore } from './to-do-store.ts';
import { addToDoRoutes } from './to-do-routes.ts';
import type { GraphPerson } from './wire.ts';
import { sendGraphError } from './wire.ts';

export interface RecordedCall {
  readonly method: string;
  /** Without the host: `/v1.0/me/todo/lists?$top=10`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

export interface GraphStandInOptions {
  /** Data folder for graph.json; null keeps everything in memory. */
  readonly folder: string | null;
  readonly clock: Clock;
  readonly mailbox: MailboxSource;
  /** What stands in a person's calendar before anybody writes into it; nothing unless given. */
  readonly appointments?: (personId: string, now: Date) => readonly SampleEvent[];
  /** The person behind a bearer token, or null for a token that is not (or no longer) good. */
  verify(token: string): Promise<GraphPerson | null>;
}

export interface GraphStandIn {
  /** To be mounted at /demo/graph; serves /v1.0/…. */
  readonly router: Router;
  readonly faults: Faults;
  readonly store: ToDoStore;
  readonly calendar: CalendarStore;
  /** The tasks a person sees in To Do, of all lists. */
  listTasks(personId: string): StoredTask[];
  /** What stands in people's activity feeds; not kept over a restart. */
  readonly notices: readonly StoredNotice[];
  /** The last 1,000 calls with their answers, for tests. */
  readonly calls: RecordedCall[];
  /** The most calls one person ever had under way at once. */
  readonly peakConcurrency: number;
  reset(): Promise<void>;
}

/** Makes the stand-in; nothing listens until its router is mounted. */
export async function createGraphStandIn(options: GraphStandInOptions): Promise<GraphStandIn> {
  const path = options.folder === null ? null : join(options.folder, 'graph.json');
  const store = createToDoStore(await openStateFile(path, emptyState), options.clock);
  const calendar = await openCalendar(options);
  const faults = createFaults();
  const calls: RecordedCall[] = [];
  const notices: StoredNotice[] = [];
  const load = createLoadCounter();
  const router = Router();
  router.use(recordCalls(calls));
  router.use(addRequestIds);
  router.use(signIn(options.verify));
  router.use((_request, response, next) => {
    load.enter(personOf(response).id, response);
    next();
  });
  router.use(faults.handler);
  router.use(express.json({ limit: '4mb' }));
  addToDoRoutes(router, store, personOf);
  addFeedRoutes(router, { notices, personOf });
  addCalendarRoutes(router, { calendar, personOf });
  addMailRoutes(router, { mailbox: options.mailbox, store, clock: options.clock, personOf });
  router.use((_request, response) => {
    sendGraphError(response, 404, 'ResourceNotFound', 'Resource could not be discovered.');
  });
  return {
    router,
    faults,
    store,
    calendar,
    listTasks: (personId) => store.person(personId).tasks.filter((task) => !task.isDeleted),
    calls,
    notices,
    get peakConcurrency() {
      return load.peak();
    },
    reset: async () => {
      notices.length = 0;
      await Promise.all([store.reset(), calendar.reset()]);
    },
  };
}

async function openCalendar({ folder, clock, appointments }: GraphStandInOptions): Promise<CalendarStore> {
  const path = folder === null ? null : join(folder, 'graph-calendar.json');
  const file = await openStateFile(path, emptyCalendars);
  return createCalendarStore({ file, clock, samples: appointments ?? (() => []) });
}

function personOf(response: Response): GraphPerson {
  return response.locals['person'] as GraphPerson; // set by signIn before every route
}

function signIn(verify: GraphStandInOptions['verify']): express.RequestHandler {
  return async (request, response, next) => {
    const token = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1];
    if (token === undefined) {
      return sendGraphError(response, 401, 'InvalidAuthenticationToken', 'Access token is empty.');
    }
    const person = await verify(token);
    if (person === null) {
      return sendGraphError(
        response,
        401,
        'InvalidAuthenticationToken',
        'Lifetime validation failed, the token is expired.',
      );
    }
    response.locals['person'] = person;
    return next();
  };
}

const addRequestIds: express.RequestHandler = (request, response, next) => {
  const requestId = randomUUID();
  response.setHeader('request-id', requestId);
  response.setHeader('client-request-id', request.get('client-request-id') ?? requestId);
  response.setHeader('Cache-Control', 'private');
  next();
};

function recordCalls(calls: RecordedCall[]): express.RequestHandler {
  return (request, response, next) => {
    let answer: unknown;
    const json = response.json.bind(response);
    response.json = (body: unknown) => {
      answer = body;
      return json(body);
    };
    response.on('close', () => {
      const { method, url, headers, body } = request;
      calls.push({ method, url, headers, body: body as unknown, status: response.statusCode, answer });
      if (calls.length > 1_000) calls.shift();
    });
    next();
  };
}

function createLoadCounter() {
  const underWay = new Map<string, number>();
  let peak = 0;
  return {
    peak: () => peak,
    enter(personId: string, response: Response): void {
      const count = (underWay.get(personId) ?? 0) + 1;
      underWay.set(personId, count);
      peak = Math.max(peak, count);
      response.once('close', () => underWay.set(personId, (underWay.get(personId) ?? 1) - 1));
    },
  };
}

// A server that answers screens from a table of endpoint name → answer, in the contract's shapes; no network.
import type { Endpoint, Parsed, Reply } from '#contract/endpoint.ts';
import type { ErrorCode } from '#contract/errors.ts';

/** What a test's answer may be: a reply, or a refusal. */
export interface Refusal {
  refuse: ErrorCode | 'no_connection';
  status?: number;
  current?: unknown;
  fields?: { path: string; problem: string }[];
}
export interface Letter {
  endpoint: string;
  input: unknown;
  headers: Headers;
}
type Answer<E extends Endpoint> = (
  input: Parsed<E>,
  letter: Letter,
) => Reply<E> | Refusal | Promise<Reply<E> | Refusal>;

export interface FakeServer {
  fetch: typeof globalThis.fetch;
  /** Answers this endpoint from now on. */
  answers: <E extends Endpoint>(endpoint: E, answer: Reply<E> | Refusal | Answer<E>) => FakeServer;
  /** Every request so far, oldest first. */
  letters: Letter[];
  lettersTo: (endpoint: Endpoint) => Letter[];
}

interface Route {
  endpoint: Endpoint;
  pattern: RegExp;
  answer: (input: unknown, letter: Letter) => unknown;
}

/** Makes a server that knows no endpoint yet; an unknown one fails the test with its name. */
export function createFakeServer(): FakeServer {
  const routes: Route[] = [];
  const server: FakeServer = {
    letters: [],
    lettersTo: (endpoint) => server.letters.filter((letter) => letter.endpoint === endpoint.name),
    answers: (endpoint, answer) => {
      const pattern = new RegExp(`^${endpoint.path.replaceAll(/:([a-zA-Z]+)/g, '(?<$1>[^/]+)')}$`);
      const isSame = (route: Route) => route.endpoint.name === endpoint.name;
      const before = routes.findIndex(isSame);
      if (before >= 0) routes.splice(before, 1);
      const given = typeof answer === 'function' ? answer : () => answer;
      // The route is found by this endpoint, so its input has this endpoint's type.
      routes.push({ endpoint, pattern, answer: given as Route['answer'] });
      return server;
    },
    fetch: async (target, init) => {
      const url = new URL(String(target), 'http://localhost');
      const method = init?.method ?? 'GET';
      const route = routes.find((each) => each.endpoint.method === method && each.pattern.test(url.pathname));
      if (!route) throw new Error(`The test has no answer for ${method} ${url.pathname}.`);
      const raw = {
        ...route.pattern.exec(url.pathname)?.groups,
        ...Object.fromEntries(url.searchParams),
        ...(typeof init?.body === 'string' ? JSON.parse(init.body) : {}),
      };
      const input = route.endpoint.input.parse(raw);
      const letter = { endpoint: route.endpoint.name, input, headers: new Headers(init?.headers) };
      server.letters.push(letter);
      const outcome = await Promise.race([route.answer(input, letter), whenAborted(init?.signal)]);
      return toResponse(outcome, letter);
    },
  };
  return server;
}

function whenAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, failed) => {
    signal?.addEventListener('abort', () => failed(new DOMException('Aborted', 'AbortError')));
  });
}

function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refuse' in outcome;
}

function toResponse(outcome: unknown, letter: Letter): Response {
  if (!isRefusal(outcome)) return Response.json(outcome);
  if (outcome.refuse === 'no_connection') throw new TypeError('Failed to fetch');
  const { refuse: code, status = 400, current, fields } = outcome;
  const requestId = letter.headers.get('x-request-id') ?? '';
  return Response.json({ error: { code, requestId, retry: false, current, fields } }, { status });
}

// The client: how an endpoint and its input become a request, and how everything that goes wrong becomes a CallError.
import { describe, expect, it, vi } from 'vitest';
import { findCockpit, getCockpit } from '#contract/cockpit.ts';
import { buildCockpit, buildFound } from '#contract/examples-cockpit.ts';
import { buildMail } from '#contract/examples.ts';
import { buildFollowUp } from '#contract/examples-work.ts';
import { createFollowUp, getFollowUp, updateFollowUp } from '#contract/follow-up.ts';
import { getClientConfig } from '#contract/user.ts';
import { CallError, createCall, type GetToken } from '#screens/call.ts';

type Sent = { url: string; init: RequestInit; headers: Headers };

function createRecordingCall(
  answer: () => Response | Promise<Response>,
  getToken: GetToken = async () => 't',
) {
  const sent: Sent[] = [];
  const call = createCall({
    baseUrl: 'http://cockpit.test',
    getToken,
    timeoutMs: 50,
    fetch: async (url, init = {}) => {
      sent.push({ url: String(url), init, headers: new Headers(init.headers) });
      return new Promise<Response>((done, failed) => {
        init.signal?.addEventListener('abort', () => failed(new DOMException('Aborted', 'AbortError')));
        void Promise.resolve(answer()).then(done, failed);
      });
    },
  });
  return { call, sent };
}

const failure = async (promise: Promise<unknown>): Promise<CallError> => {
  const error = await promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof CallError)) throw new Error(`Expected a CallError, got ${String(error)}`);
  return error;
};

describe('a request', () => {
  it('puts path parameters into the path and the rest into the body', async () => {
    const followUp = buildFollowUp();
    const { call, sent } = createRecordingCall(() => Response.json(followUp));

    await call(updateFollowUp, { id: followUp.id, completed: true }, { ifMatch: 3 });

    expect(sent[0]?.url).toBe(`http://cockpit.test/api/follow-ups/${followUp.id}`);
    expect(sent[0]?.init.method).toBe('PATCH');
    expect(sent[0]?.init.body).toBe('{"completed":true}');
    expect(sent[0]?.headers.get('if-match')).toBe('"3"');
  });

  it('puts the input of a GET into the query and leaves out what is not given', async () => {
    const { call, sent } = createRecordingCall(() => Response.json(buildCockpit()));

    await call(getCockpit, { email: 'müller+1@x.test', customerId: undefined });

    expect(sent[0]?.url).toBe('http://cockpit.test/api/cockpit?email=m%C3%BCller%2B1%40x.test');
    expect(sent[0]?.init.body ?? null).toBeNull();
  });

  it('carries the token, the idempotency key and a reference of its own', async () => {
    const { call, sent } = createRecordingCall(() => Response.json(buildFollowUp()));

    await call(
      createFollowUp,
      { customerId: buildFollowUp().customer.id, title: 'x', dueOn: '2026-09-04' },
      { idempotencyKey: 'key-1' },
    );

    expect(sent[0]?.headers.get('authorization')).toBe('Bearer t');
    expect(sent[0]?.headers.get('idempotency-key')).toBe('key-1');
    expect(sent[0]?.headers.get('x-request-id')).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  });

  it('asks an open endpoint without a token', async () => {
    const getToken = vi.fn<GetToken>();
    const config = {
      mode: 'demo',
      organizationName: 'x',
      entra: null,
      teamsAppId: null,
      version: '1',
    };
    const { call, sent } = createRecordingCall(() => Response.json(config), getToken);

    await call(getClientConfig, {});

    expect(getToken).not.toHaveBeenCalled();
    expect(sent[0]?.headers.has('authorization')).toBe(false);
  });

  it('renews a token that ran out, once and unseen', async () => {
    let tries = 0;
    const getToken = vi.fn<GetToken>(async (mode) => mode);
    const { call, sent } = createRecordingCall(() => {
      tries += 1;
      return tries === 1
        ? Response.json({ error: { code: 'token_expired', requestId: 'r', retry: false } }, { status: 401 })
        : Response.json(buildFollowUp());
    }, getToken);

    await call(getFollowUp, { id: buildFollowUp().id });

    expect(sent.map((each) => each.headers.get('authorization'))).toEqual(['Bearer silent', 'Bearer fresh']);
  });
});

describe('a failure', () => {
  it('keeps the server’s code, fields, current row and reference', async () => {
    const current = buildFollowUp({ version: 7 });
    const { call } = createRecordingCall(() =>
      Response.json(
        { error: { code: 'stale_version', requestId: 'abc', retry: false, current } },
        { status: 412 },
      ),
    );

    const error = await failure(call(updateFollowUp, { id: current.id, completed: true }, { ifMatch: 1 }));

    expect(error).toMatchObject({ code: 'stale_version', requestId: 'abc', status: 412, current });
  });

  it('is no_connection with a reference when nothing answers', async () => {
    const { call, sent } = createRecordingCall(() => Promise.reject(new TypeError('Failed to fetch')));

    const error = await failure(call(findCockpit, { mail: buildMail() }));

    expect(error).toMatchObject({ code: 'no_connection', retry: true, status: null });
    expect(error.requestId).toBe(sent[0]?.headers.get('x-request-id'));
  });

  it('is no_connection when the answer takes longer than the limit', async () => {
    const { call } = createRecordingCall(() => new Promise(() => undefined));

    expect((await failure(call(findCockpit, { mail: buildMail() }))).code).toBe('no_connection');
  });

  it('is unavailable when a proxy answers 502 with a page', async () => {
    const { call } = createRecordingCall(() => new Response('<html>', { status: 502 }));

    expect(await failure(call(findCockpit, { mail: buildMail() }))).toMatchObject({
      code: 'unavailable',
      retry: true,
      status: 502,
    });
  });

  it('is not_signed_in when there is nobody to get a token for, and nothing is sent', async () => {
    const { call, sent } = createRecordingCall(
      () => Response.json({}),
      async () => null,
    );

    expect((await failure(call(findCockpit, { mail: buildMail() }))).code).toBe('not_signed_in');
    expect(sent).toEqual([]);
  });

  it('is internal, in development, when a reply breaks its contract', async () => {
    const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { call } = createRecordingCall(() => Response.json({ ...buildFound(), logged: 'yes' }));

    const error = await failure(call(findCockpit, { mail: buildMail() }));
    const complaints = spy.mock.calls.length;
    spy.mockRestore();

    expect(error.code).toBe('internal');
    expect(complaints).toBe(1);
  });
});

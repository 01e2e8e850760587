// The chosen sample person as a Teams account: who they are, and a token of the demo's own issuer.
import { useEffect, useMemo, useState } from 'react';
import { listDemoUsers, signInToDemo, type DemoUser } from '#contract/demo.ts';
import { createCall } from '#screens/call.ts';
import type { DemoAccount } from './nested-auth.ts';

/** The demo's organisation as Teams names it; any fixed id does. */
const tenantId = '0199f3c2-0000-7000-8000-000000000001';
const call = createCall({ baseUrl: '', getToken: async () => null });

/** The sample people, null until they are known. */
export function useDemoPeople(): DemoUser[] | null {
  const [people, setPeople] = useState<DemoUser[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    call(listDemoUsers, {}, { signal: stop.signal }).then(
      (reply) => setPeople(reply.items),
      () => undefined, // The bar says that the server is down.
    );
    return () => stop.abort();
  }, []);
  return people;
}

/** Signs the person in once and answers the same account until another person is chosen. */
export function useAccount(user: string, person: DemoUser | undefined): () => Promise<DemoAccount> {
  return useMemo(() => {
    let account: Promise<DemoAccount> | null = null;
    return () => {
      account ??= signIn(user, person).catch((error: unknown) => {
        account = null;
        throw error;
      });
      return account;
    };
  }, [user, person]);
}

async function signIn(user: string, person: DemoUser | undefined): Promise<DemoAccount> {
  const { token, expiresInSeconds } = await call(signInToDemo, { user });
  return {
    name: person?.name ?? user,
    username: person?.email ?? user,
    oid: person?.id ?? user,
    tenantId,
    token,
    expiresInSeconds,
  };
}

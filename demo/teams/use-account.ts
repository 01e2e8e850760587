// The chosen sample person as a Teams account: who they are, and a token of the demo's own issuer.
import { useMemo } from 'react';
import { signInToDemo, type DemoUser } from '#contract/demo.ts';
import type { Call } from '#screens/call.ts';
import { useFrame } from '#screens/use-frame.ts';
import type { DemoAccount } from './nested-auth.ts';

/** The demo's organisation as Teams names it; any fixed id does. */
const tenantId = '0199f3c2-0000-7000-8000-000000000001';

/** Signs the person in when first asked, and answers the same account from then on. */
export function useAccount(person: DemoUser | undefined): () => Promise<DemoAccount> {
  const { call } = useFrame();
  return useMemo(() => {
    let account: Promise<DemoAccount> | null = null;
    return () => {
      if (person === undefined) return Promise.reject(new Error('Nobody is chosen.'));
      account ??= signIn(call, person).catch((error: unknown) => {
        account = null;
        throw error;
      });
      return account;
    };
  }, [call, person]);
}

async function signIn(call: Call, person: DemoUser): Promise<DemoAccount> {
  const { token, expiresInSeconds } = await call(signInToDemo, { user: person.user });
  return { name: person.name, username: person.email, oid: person.id, tenantId, token, expiresInSeconds };
}

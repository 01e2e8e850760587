// The API as a sample person, past every screen: to prepare what a journey begins with, or to play a colleague.
import { createCall, type Call } from '#screens/call.ts';

/** Signs a sample person in and answers what calls endpoints as that person. */
export async function callAs(origin: string, user: string): Promise<Call> {
  const answer = await fetch(`${origin}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  const { token } = (await answer.json()) as { token: string };
  return createCall({ baseUrl: origin, getToken: async () => token });
}

// Sign-in of the demo: a token for the sample person chosen in the demo bar, kept in memory only.
import { signInToDemo } from '#contract/demo.ts';
import { createCall } from '#screens/call.ts';
import { onDemoUserChanged, readDemoUser } from './demo-user.ts';
import type { SignIn } from './host.ts';

/** Makes the demo's sign-in; two calls at once share one request. */
export function createDemoSignIn(): SignIn {
  const call = createCall({ baseUrl: '', getToken: async () => null });
  let current: { user: string; token: Promise<string> } | null = null;

  const signIn = (user: string): Promise<string> => {
    const token = call(signInToDemo, { user }).then((reply) => reply.token);
    current = { user, token };
    token.catch(() => {
      if (current?.token === token) current = null;
    });
    return token;
  };
  const reset = () => {
    current = null;
  };
  return {
    getToken: (mode) => {
      const user = readDemoUser();
      if (mode === 'silent' && current?.user === user) return current.token;
      return signIn(user);
    },
    reset,
    onUserChanged: (handle) =>
      onDemoUserChanged(() => {
        reset();
        handle();
      }),
  };
}

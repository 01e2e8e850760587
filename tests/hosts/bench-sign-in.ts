// Test page: hands createSignIn to the test.
import { createSignIn } from '#addin/host/sign-in.ts';
import { CallError } from '#screens/call.ts';

type Mode = 'silent' | 'fresh' | 'interactive';

/** Tries a token; failures come back as plain data. */
async function tryToken(signIn: ReturnType<typeof createSignIn>, mode: Mode) {
  try {
    return { token: await signIn.getToken(mode) };
  } catch (error) {
    if (!(error instanceof CallError)) return { failed: String(error) };
    return { failed: error.code, current: error.current };
  }
}

Object.assign(window, { createSignIn, tryToken });

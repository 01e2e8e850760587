// Who the pane works as. Entra ID through msal (nested app sign-in where the host offers it, a window otherwise); in
// the demo a sample person. Tokens stay in memory or in msal's own cache; no secret ever reaches the browser.
import type { ClientConfig } from '#contract/user.ts';
import { createDemoSignIn } from './demo-sign-in.ts';
import { createEntraSignIn } from './entra-sign-in.ts';
import type { SignIn } from './host.ts';

export type { SignIn };

export interface SignInSettings {
  readonly config: ClientConfig;
  /** The mailbox owner's address: spares people with several accounts the choice. */
  readonly loginHint?: string;
}

/** Makes the sign-in that the server's settings ask for. */
export function createSignIn({ config, loginHint }: SignInSettings): SignIn {
  if (config.mode === 'demo') return createDemoSignIn();
  if (config.entra === null) throw new Error('The server asks for Entra ID but names no app registration.');
  return createEntraSignIn({ ...config.entra, ...(loginHint === undefined ? {} : { loginHint }) });
}

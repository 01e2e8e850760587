// Endpoints of the demo's sign-in and of putting the sample data back.
import * as contract from '#contract/demo.ts';
import type { Serve } from '#api/http/serve.ts';
import { listDemoUsers, signInToDemo } from './demo-sign-in.ts';
import type { DemoIssuer } from './issuer.ts';

/** `reset` puts the sample data back to their first state. */
export function demoSignInRoutes(issuer: DemoIssuer, reset: () => Promise<void>): (serve: Serve) => void {
  return (serve) => {
    serve.open(contract.listDemoUsers, (_input, { deps }) => listDemoUsers(deps));
    serve.open(contract.signInToDemo, (input, { deps }) => signInToDemo(deps, issuer, input.user));
    serve.open(contract.resetDemo, async () => {
      await reset();
      return { done: true as const };
    });
  };
}

// Endpoints of followed conversations.
import { followThread, leaveThread, listThreads, logReply } from '#contract/thread.ts';
import type { Serve } from '#api/http/serve.ts';
import * as threads from './threads.ts';

/** Registers the endpoints under /api/threads. */
export function threadRoutes(serve: Serve): void {
  serve(listThreads, (_input, { deps, user }) => threads.list(deps, user));
  serve(followThread, (input, { deps, user }) => threads.follow(deps, user, input));
  serve(leaveThread, (input, { deps, user }) => threads.leave(deps, user, input));
  serve(logReply, (input, { deps, user }) => threads.logOne(deps, user, input));
}

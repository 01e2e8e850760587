// All rooms of the API, joined once for the server and for the tests.
import { contactRoutes } from './contacts/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import type { Serve } from './http/serve.ts';
import type { Job, Sweep } from './jobs/job.ts';

/** Every room's endpoints but those that need something of their own (users, demo sign-in). */
export const roomRoutes: readonly ((serve: Serve) => void)[] = [customerRoutes, contactRoutes];

/** Every room's work for later. */
export const roomJobs: readonly Job[] = [];

/** Every room's work that is looked for again and again. */
export const roomSweeps: readonly Sweep[] = [];

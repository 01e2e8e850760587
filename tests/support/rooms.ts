// Interim: joins the rooms of the API that have landed, by looking into their folders.
import { existsSync, readdirSync } from 'node:fs';
import type { Serve } from '#api/http/serve.ts';
import type { Job, Sweep } from '#api/jobs/job.ts';

const api = new URL('../../api/', import.meta.url);
const joinedByHand = ['users', 'demo-sign-in'];

/** Routes, jobs and sweeps of all rooms. */
export async function findRooms() {
  const routes: ((serve: Serve) => void)[] = [];
  const jobs: Job[] = [];
  const sweeps: Sweep[] = [];
  for (const room of readdirSync(api)) {
    if (joinedByHand.includes(room)) continue;
    const inRoutes = await load(room, 'routes.ts');
    for (const [name, value] of Object.entries(inRoutes)) {
      if (/Routes$/.test(name) && typeof value === 'function') routes.push(value as (serve: Serve) => void);
    }
    const inJobs = await load(room, 'jobs.ts');
    jobs.push(...((inJobs['jobs'] ?? []) as Job[]));
    sweeps.push(...((inJobs['sweeps'] ?? []) as Sweep[]));
  }
  return { routes, jobs, sweeps };
}

async function load(room: string, file: string): Promise<Record<string, unknown>> {
  const url = new URL(`${room}/${file}`, api);
  if (!existsSync(url)) return {};
  try {
    return (await import(url.href)) as Record<string, unknown>;
  } catch (error) {
    console.warn(`api/${room}/${file} cannot be joined yet:`, error);
    return {};
  }
}

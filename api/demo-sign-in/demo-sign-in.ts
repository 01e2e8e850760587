// Signing in as one of the demo's sample people, without a password; joined by main.ts in demo mode only.
import type { DemoUser } from '#contract/demo.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { findPerson, listPeopleOf } from '#api/users/users.ts';
import { demoTokenSeconds } from './issuer.ts';
import type { DemoIssuer } from './issuer.ts';
import { demoTenantId } from './tenant.ts';

/** The people who can be chosen in the demo's bar. */
export async function listDemoUsers(deps: Pick<Deps, 'db'>): Promise<{ items: DemoUser[] }> {
  const people = await listPeopleOf(deps, demoTenantId);
  return {
    items: people.map((person) => ({
      id: person.id,
      user: person.shortName,
      name: person.name,
      role: person.role,
      jobTitle: person.jobTitle ?? '',
      email: person.email,
      territories: person.territories.map((territory) => territory.name),
    })),
  };
}

/** A token for the sample person with this short name; not_found for any other name. */
export async function signInToDemo(
  deps: Pick<Deps, 'db'>,
  issuer: DemoIssuer,
  shortName: string,
): Promise<{ token: string; expiresInSeconds: number }> {
  const person = await findPerson(deps, demoTenantId, { shortName });
  if (person === null) throw new AppError('not_found');
  return { token: await issuer.issue(person), expiresInSeconds: demoTokenSeconds };
}

// Two customers that are one firm, for tests of duplicates and of merging.
import type { World } from './world.ts';

/** Stores both; of the same name but for its form. */
export async function storePair(world: World, winner: object = {}, loser: object = {}) {
  const one = await world.given.customer({ name: 'Schlosserei Bürgel GmbH', ...winner });
  const other = await world.given.customer({ name: 'Bürgel Schlosserei', ...loser });
  return { winnerId: one.id, loserId: other.id, one, other };
}

// An escalation in a test world: raised, looked at, acted upon, and the cards that came of it.
import type { Complaint } from '#contract/complaint.ts';
import { getComplaint, moveEscalation, reportComplaint } from '#contract/complaint.ts';
import { buildReport, storeHollerbach } from './complaint-case.ts';
import type { ShortName } from './people.ts';
import type { World } from './world.ts';

/** When Jonas reports: twenty past one on the reference day. */
export const start = new Date('2026-09-03T13:20:00+02:00');

/** The steps of an escalation; the world is asked for when a step is taken. */
export function escalationCase(getWorld: () => World) {
  const postsOf = (complaint: Complaint) =>
    getWorld().cards.posts.filter((post) => JSON.stringify(post.card).includes(complaint.number));
  return {
    /** A severe complaint of an A2 customer, reported by Jonas. */
    raise: async (change: Parameters<typeof buildReport>[1] = {}): Promise<Complaint> => {
      const world = getWorld();
      world.clock.set(start);
      const { customer } = await storeHollerbach(world);
      const { body } = await world.call('jonas', reportComplaint, buildReport(customer.id, change));
      return body.complaint;
    },
    show: async (id: string, user: ShortName = 'petra') =>
      (await getWorld().call(user, getComplaint, { id })).body,
    press: (user: ShortName, id: string, move: string, more: Record<string, unknown> = {}) =>
      getWorld().call(user, moveEscalation, {
        id,
        move: move as 'approve', // the tests name moves in tables
        dedupeKey: `${move}-${crypto.randomUUID()}`,
        ...more,
      }),
    postsOf,
    /** The card as that person sees it now: as posted, or as edited last. */
    lastCardOf: (complaint: Complaint, user: ShortName) => {
      const world = getWorld();
      const post = postsOf(complaint).find(({ to }) => to.userId === world.people[user].id);
      const edited = world.cards.updates.filter(({ at }) => at.activityId === post?.at.activityId).at(-1);
      return edited?.card ?? post?.card;
    },
  };
}

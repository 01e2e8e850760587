// What happens to visits later: into the calendar, and now and then a comparison with it.
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import { defineJob, defineSweep } from '#api/jobs/job.ts';
import { listDueComparisons, noteCompared } from './calendar-store.ts';
import { readCalendar } from './incoming.ts';
import { giveUpCalendar, saveToCalendar } from './outgoing.ts';

export const saveToCalendarJob = defineJob({
  name: 'visits.save-to-calendar',
  payload: z.object({ organizationId: Id, visitId: Id }),
  run: saveToCalendar,
  giveUp: giveUpCalendar,
});

const askEveryMs = 5 * 60_000;
const dayMs = 86_400_000;
const mostPeople = 20;

const compareSweep = defineSweep({
  name: 'visits.compare-calendars',
  everySeconds: 60,
  async run(deps) {
    const now = deps.clock.now();
    const from = new Date(now.getTime() - dayMs);
    const before = new Date(now.getTime() - askEveryMs);
    const people = await deps.db.system((trx) =>
      listDueComparisons(trx, { before, from, limit: mostPeople }),
    );
    for (const { until, ...person } of people) {
      await readCalendar(deps, person, { from, to: new Date(until.getTime() + dayMs) }).catch(
        (reason: unknown) => {
          deps.log.warn({ userId: person.userId, reason: String(reason) }, 'a calendar could not be read');
        },
      );
      await deps.db.transaction(person, (trx) => noteCompared(trx, person, now));
    }
  },
});

export const jobs = [saveToCalendarJob];
export const sweeps = [compareSweep];

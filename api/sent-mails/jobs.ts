// What happens to sent mails later: each is looked for in Sent Items until it is there.
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import { defineJob } from '#api/jobs/job.ts';
import { giveUpSent, lookForSent } from './look-for.ts';

export const logSentJob = defineJob({
  name: 'sent-mails.log',
  payload: z.object({ organizationId: Id, userId: Id, id: Id }),
  run: lookForSent,
  giveUp: giveUpSent,
});

export const jobs = [logSentJob];

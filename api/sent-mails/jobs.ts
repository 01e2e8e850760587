// What happens to mails later: each that was sent is looked for until it is there, and mailboxes are read where that is allowed.
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import { defineJob, defineSweep } from '#api/jobs/job.ts';
import { giveUpSent, lookForSent } from './look-for.ts';
import { readMailboxes } from './read-mailboxes.ts';

export const logSentJob = defineJob({
  name: 'sent-mails.log',
  payload: z.object({ organizationId: Id, userId: Id, id: Id }),
  run: lookForSent,
  giveUp: giveUpSent,
});

export const jobs = [logSentJob];

const readMailboxesSweep = defineSweep({
  name: 'sent-mails.read-mailboxes',
  everySeconds: 30,
  run: readMailboxes,
});

export const sweeps = [readMailboxesSweep];

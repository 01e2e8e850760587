// What happens to activities later: the bytes of attachments are fetched.
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import { defineJob } from '#api/jobs/job.ts';
import { fetchAttachments, giveUpAttachments } from './fetch-attachments.ts';

export const fetchAttachmentsJob = defineJob({
  name: 'activities.fetch-attachments',
  payload: z.object({ organizationId: Id, activityId: Id }),
  run: fetchAttachments,
  giveUp: giveUpAttachments,
});

export const jobs = [fetchAttachmentsJob];

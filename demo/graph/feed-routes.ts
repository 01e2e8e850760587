// /users/{id}/teamwork/sendActivityNotification: notices in people's activity feeds, refused where Teams would refuse them.
import type { Response, Router } from 'express';
import { z } from 'zod';
import type { GraphPerson } from './wire.ts';
import { sendGraphError } from './wire.ts';

const Notice = z.object({
  topic: z.object({
    source: z.literal('text'),
    value: z.string().min(1).max(50),
    webUrl: z.string().startsWith('https://teams.microsoft.com/l/'),
  }),
  activityType: z.string().min(1),
  chainId: z.int().positive().optional(),
  previewText: z.object({ content: z.string().max(150) }),
  templateParameters: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

export interface StoredNotice extends z.infer<typeof Notice> {
  /** Entra object id. */
  readonly to: string;
}

interface FeedRooms {
  /** The notices people have; a later one of the same chain takes the earlier one's place. */
  readonly notices: StoredNotice[];
  personOf(response: Response): GraphPerson;
}

/** Adds the one route; only an app may send, as with the application permission TeamsActivity.Send. */
export function addFeedRoutes(router: Router, { notices, personOf }: FeedRooms): void {
  router.post('/v1.0/users/:id/teamwork/sendActivityNotification', (request, response) => {
    if (personOf(response).isApp !== true) {
      return sendGraphError(response, 403, 'Forbidden', 'Insufficient privileges to complete the operation.');
    }
    const notice = Notice.safeParse(request.body);
    if (!notice.success) {
      return sendGraphError(response, 400, 'BadRequest', z.prettifyError(notice.error).slice(0, 500));
    }
    const stored = { ...notice.data, to: request.params.id };
    const earlier = notices.findIndex(
      (one) => one.to === stored.to && one.chainId !== undefined && one.chainId === stored.chainId,
    );
    if (earlier >= 0) notices.splice(earlier, 1);
    notices.push(stored);
    response.status(204).end();
  });
}

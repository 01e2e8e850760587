// Notices through Graph's sendActivityNotification, with the app's own rights (TeamsActivity.Send).
import { createHash } from 'node:crypto';
import type { ActivityFeed, FeedNotice } from './activity-feed.ts';
import { createGraphClient } from './graph-client.ts';
import type { GraphOptions } from './graph.ts';

// What the feed shows of each; longer ones Teams refuses.
const longestTopic = 50;
const longestPreview = 150;
const longestParameter = 100;

export interface ActivityFeedOptions extends Omit<GraphOptions, 'getToken'> {
  /** The app's own token for Graph in this tenant. */
  readonly getToken: (organizationId: string) => Promise<string>;
}

/** Makes the feed; nothing is sent until it is asked to. */
export function createActivityFeed({ getToken, ...options }: ActivityFeedOptions): ActivityFeed {
  const client = createGraphClient({
    ...options,
    getToken: ({ organizationId }) => getToken(organizationId),
  });
  return {
    available: true,
    notify: async ({ organizationId, entraOid }, notice) => {
      const path = `/users/${encodeURIComponent(entraOid)}/teamwork/sendActivityNotification`;
      await client.call({ organizationId, userId: entraOid }, path, (request) =>
        request.post(bodyOf(notice)),
      );
    },
  };
}

function bodyOf(notice: FeedNotice) {
  return {
    topic: { source: 'text', value: shorten(notice.topic, longestTopic), webUrl: notice.url },
    activityType: notice.type,
    chainId: chainIdOf(notice.key),
    previewText: { content: shorten(notice.preview, longestPreview) },
    templateParameters: Object.entries(notice.parameters).map(([name, value]) => ({
      name,
      value: shorten(value, longestParameter),
    })),
  };
}

/** A positive whole number that JSON keeps exactly (48 bits); the same for the same key. */
function chainIdOf(key: string): number {
  return createHash('sha256').update(key).digest().readUIntBE(0, 6) + 1;
}

function shorten(text: string, longest: number): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
}

// How a job puts a notice into a person's Teams activity feed; create-activity-feed.ts makes it real.
import { AppError } from '#api/errors.ts';

/** Declared in the Teams manifest (`activities.activityTypes`); Teams takes no other. */
export const escalationNotice = 'escalationDecision';

export interface FeedNotice {
  readonly type: typeof escalationNotice;
  /** What it is about, as the feed shows it. */
  readonly topic: string;
  /** A deep link into Teams, `https://teams.microsoft.com/l/…`: what a press on the notice opens. */
  readonly url: string;
  readonly preview: string;
  /** The places of the type's template text. */
  readonly parameters: Readonly<Record<string, string>>;
  /** A later notice of the same key takes the earlier one's place. */
  readonly key: string;
}

export interface ActivityFeed {
  /** Whether this installation can send notices at all. */
  readonly available: boolean;
  /**
   * Sent with the app's own rights. Failures are AppError: consent_required (permission missing, or the app is not
   * installed for this person), not_found (unknown person), outside_unavailable.
   */
  notify(to: { organizationId: string; entraOid: string }, notice: FeedNotice): Promise<void>;
}

/** Where there is no tenant there is no feed; nobody should ask. */
export const noFeed: ActivityFeed = {
  available: false,
  notify: () => Promise.reject(new AppError('outside_unavailable', { retry: false })),
};

// Where a reader can go from the cockpit. The host page decides how it gets there (memory in Outlook, hash in Teams).
import type { Activity } from '#contract/activity.ts';
import type { DuplicatePair } from '#contract/duplicate.ts';

export type Place =
  | { kind: 'cockpit' }
  | { kind: 'log'; isException?: boolean }
  | { kind: 'never_log' }
  | { kind: 'logged'; activityId: string; activity: Activity | null; followUpId: string | null }
  | { kind: 'activity'; activity: Activity }
  | { kind: 'history' }
  | { kind: 'new_complaint' }
  | { kind: 'complaint'; complaintId: string }
  | { kind: 'new_follow_up' }
  | { kind: 'follow_up'; followUpId: string }
  | { kind: 'new_contact' }
  | { kind: 'edit_customer' }
  | { kind: 'merge'; pair: DuplicatePair }
  | { kind: 'correct' };

export type GoTo = (place: Place) => void;

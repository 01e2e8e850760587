// What the escalation card is built from, and the view of it that its parts share.
import type { Complaint, ComplaintEvent, Escalation } from '#contract/complaint.ts';
import type { Person } from '#contract/user.ts';
import type { Format } from './format.ts';

export interface EscalationCardRecord {
  /** As the viewer may see it: `escalation.moves` are his moves, so they decide about the buttons. */
  readonly complaint: Complaint;
  readonly story: readonly ComplaintEvent[];
  readonly viewerId: string;
  /** Teams ids (29:…) for whom the card refreshes; empty: the client decides. */
  readonly viewerTeamsIds: readonly string[];
  /** Other managers to whom the case can be given. */
  readonly assignees: readonly Person[];
  /** Who can be asked back, the first by default. */
  readonly askable: readonly Person[];
  /** Working minutes until `decideBy`; negative when it is over. */
  readonly minutesLeft: number | null;
  /** Working minutes between the decision and the first-answer deadline; negative when it came later. */
  readonly minutesBeforeDeadline: number | null;
  /** When the next step is due: the deputy's time, else the next deadline. */
  readonly decideBy: string | null;
  readonly customerUrl: string;
  readonly now: string;
  readonly timeZone: string;
  readonly language: 'de' | 'en';
}

export interface View {
  readonly record: EscalationCardRecord;
  readonly escalation: Escalation;
  readonly format: Format;
  readonly isTurn: boolean;
}

/** Whether nothing can happen to the escalation any more. */
export function isOver(escalation: Escalation): boolean {
  return escalation.state === 'decided' || escalation.state === 'stopped';
}

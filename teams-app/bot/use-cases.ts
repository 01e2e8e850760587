// What the bot asks of the product; handed in by api/compose-bot.ts, because the bot knows no room of the API.
import type { EscalationCardRecord } from '#teams-app/cards/escalation-record.ts';
import type { FollowUpsDone, FollowUpStep, FollowUpsView } from '#teams-app/cards/follow-ups-card.ts';
import type { ListRow } from '#teams-app/cards/list-card.ts';
import type { ViewedRecord } from '#teams-app/cards/record-card.ts';

/** Somebody the product knows, found by tenant and Entra object id as Teams names them; never by what a card says. */
export interface BotPerson {
  readonly organizationId: string;
  readonly id: string;
  readonly name: string;
}

export interface EscalationPress {
  readonly complaintId: string;
  readonly move: string;
  readonly dedupeKey: string;
  readonly text: string;
  readonly goodwillCents: number | null;
  readonly assigneeId: string | null;
  /** So many working hours more. */
  readonly extraHours: number | null;
}

export type PressOutcome =
  | 'acted'
  /** This very press acted before. */
  | 'repeated'
  | 'already_decided'
  | 'not_your_turn'
  | 'not_possible'
  | 'incomplete'
  | 'not_found';

export interface Viewer<P extends BotPerson> {
  readonly person: P;
  /** 29:… : who refreshes the card that is answered. */
  readonly teamsId: string;
  readonly language: 'de' | 'en';
}

export interface FollowUpPick {
  readonly id: string;
  /** As the card knew it. */
  readonly version: number;
}

/** At most five rows; `only` is the customer when it can be no other. */
export interface FoundCustomers {
  readonly rows: readonly ListRow[];
  readonly only: string | null;
  readonly hasMore: boolean;
}

export interface BotUseCases<P extends BotPerson = BotPerson> {
  /** Null: not known, without a role, or of another organisation. */
  findPerson(tenantId: string, entraOid: string): Promise<P | null>;
  /** Keeps the chat in which this person can be reached, and in which language. */
  rememberChat(viewer: Viewer<P>, conversationId: string): Promise<void>;
  /** The escalation as this person may see it; null like for none. */
  showEscalation(viewer: Viewer<P>, complaintId: string): Promise<EscalationCardRecord | null>;
  pressEscalation(
    viewer: Viewer<P>,
    press: EscalationPress,
  ): Promise<{ outcome: PressOutcome; record: EscalationCardRecord | null }>;
  searchCustomers(viewer: Viewer<P>, text: string): Promise<FoundCustomers>;
  showCustomer(viewer: Viewer<P>, customerId: string): Promise<ViewedRecord | null>;
  viewFollowUps(viewer: Viewer<P>): Promise<FollowUpsView>;
  /** Each is done or put off once: a version that is older than the stored one changes nothing. */
  changeFollowUps(
    viewer: Viewer<P>,
    change: { step: FollowUpStep; picks: readonly FollowUpPick[] },
  ): Promise<Omit<FollowUpsDone, 'step'>>;
}

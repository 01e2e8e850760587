// What the message extension asks of the product; handed in by api/compose-extension.ts.
import type { MessageAction, ProposedCustomer } from '#teams-app/cards/message-form.ts';
import type { RecordName, SearchableKind, ViewedRecord } from '#teams-app/cards/record-card.ts';
import type { BotPerson, Viewer } from './use-cases.ts';

/** A message somebody acts on, as Teams hands it over. */
export interface ActedMessage {
  /** Conversation and message as Teams names them. */
  readonly key: string;
  readonly link: string | null;
  readonly author: { readonly name: string; readonly entraOid: string | null };
  readonly at: string;
  readonly text: string;
  readonly members: readonly { readonly name: string; readonly email: string }[];
}

export interface FoundRecord {
  readonly kind: SearchableKind;
  readonly id: string;
  /** What is said of it when it is shared. */
  readonly title: string;
  readonly detail: string;
  readonly url: string;
}

export interface FilePlan {
  readonly action: MessageAction;
  readonly customerId: string;
  readonly subject: string;
  readonly note: string;
  readonly category: string;
  readonly severity: string;
  readonly dueOn: string;
}

export type Filed =
  | {
      readonly outcome: 'done' | 'already';
      readonly activityId: string | null;
      readonly customer: { readonly id: string; readonly name: string } | null;
      readonly complaint: string | null;
      readonly by: string | null;
      readonly at: string;
    }
  | { readonly outcome: 'not_found' | 'forbidden' | 'failed' };

export interface ExtensionUseCases<P extends BotPerson = BotPerson> {
  /** A page of hits; without text what this person had to do with lately. */
  searchRecords(
    viewer: Viewer<P>,
    page: { kind: SearchableKind; text: string; skip: number; count: number },
  ): Promise<FoundRecord[]>;
  /** The record as this person may see it; null like for none. */
  showRecord(viewer: Viewer<P>, name: RecordName): Promise<ViewedRecord | null>;
  /** Which record a link of ours leads to; null for any other link. */
  readLink(url: string): RecordName | null;
  urlOf(name: RecordName): string;
  proposeCustomers(viewer: Viewer<P>, message: ActedMessage): Promise<ProposedCustomer[]>;
  findCustomers(viewer: Viewer<P>, text: string): Promise<ProposedCustomer[]>;
  /** What rules read from the text. */
  readComplaint(text: string): { readonly category: string; readonly severity: string };
  /** Does it once per key. */
  fileMessage(
    viewer: Viewer<P>,
    given: { key: string; message: ActedMessage; plan: FilePlan },
  ): Promise<Filed>;
  /** Now, in the company's zone; `nextDay` is the next working day. */
  moment(viewer: Viewer<P>): Promise<{ now: string; timeZone: string; today: string; nextDay: string }>;
}

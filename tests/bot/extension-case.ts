// What the tests of the message extension share: a customer whose contact is in the chat, and the dialog read like a form.
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { rebuildSearch } from '#api/search/search.ts';
import type { ExtensionReply } from '#demo/connector/shapes.ts';
import type { BotWorld } from '#tests/support/bot-world.ts';
import type { ShortName } from '#tests/support/people.ts';
import { actionsOf } from '../cards/read-card.ts';

export const guestAddress = 's.tietz@hollerbach-metallbau.test';

/** Hollerbach in Anna's territory, with the guest of the team's chat as its contact. */
export async function storeGuest(world: BotWorld) {
  const customer = await world.given.customer({
    name: 'Hollerbach Metallbau GmbH',
    revenue_12_months_cents: 12_840_000,
    share_of_wallet_percent: 45,
    sharedWith: [world.people.dieter.id],
  });
  const contact = await world.given.contact({
    customer_id: customer.id,
    name: 'Sabine Tietz',
    emails: [guestAddress],
  });
  return { customer, contact };
}

/** Records stored past the rooms are found from now on. */
export function indexAll(world: Pick<BotWorld, 'deps'>): Promise<void> {
  return world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));
}

/** A dialog's card; throws when the answer is none. */
export function dialogOf(reply: ExtensionReply): Record<string, unknown> {
  if (reply.task?.type !== 'continue') throw new Error(`No dialog: ${JSON.stringify(reply).slice(0, 300)}`);
  return reply.task.value.card.content;
}

/** The values of the inputs as they stand. */
export function valuesOf(card: unknown): Record<string, unknown> {
  return Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value ?? '']));
}

export function choicesOf(card: unknown, id: string): string[] {
  const input = inputsOf(card).find((one) => one.id === id);
  return (input?.choices ?? []).map(({ title }) => title.replaceAll('\u00a0', ' '));
}

interface InputElement {
  readonly id: string;
  readonly value?: unknown;
  readonly choices?: { title: string; value: string }[];
}

function inputsOf(card: unknown): InputElement[] {
  if (Array.isArray(card)) return card.flatMap(inputsOf);
  if (typeof card !== 'object' || card === null) return [];
  const type: unknown = Reflect.get(card, 'type');
  const self = typeof type === 'string' && type.startsWith('Input.') ? [card as InputElement] : [];
  return [...self, ...Object.values(card).flatMap(inputsOf)];
}

/** A person at the dialog of one message. */
export function atMessage(world: BotWorld, user: ShortName, commandId: string, messageId: string) {
  return {
    open: () => world.extension({ user, call: 'fetchTask', messageId, value: { commandId } }),
    /** Presses a button of the card with what stands in it, changed by `typed`. */
    press: (card: unknown, title: string, typed: Record<string, unknown> = {}) => {
      const button = actionsOf(card).find((one) => one.title === title);
      if (button === undefined) throw new Error(`No button ${title}`);
      const data = { ...valuesOf(card), ...typed, ...button.data };
      return world.extension({ user, call: 'submitAction', messageId, value: { commandId, data } });
    },
  };
}

/** The message of the chat that holds this text. */
export async function findMessageId(world: BotWorld, text: string): Promise<string> {
  const { messages } = await world.teamChat('anna');
  return messages.find((one) => one.text.includes(text))?.id ?? '';
}

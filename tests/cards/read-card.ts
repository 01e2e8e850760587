// Reads a card as its viewer does: texts, facts and buttons in the order in which they stand.

interface Element {
  readonly type?: string;
  readonly text?: string;
  readonly [key: string]: unknown;
}

export interface ReadAction {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data?: Record<string, unknown>;
  readonly url?: string;
}

/** Every text block, from top to bottom; no-break spaces as spaces. */
export function textsOf(card: unknown): string[] {
  return walk(card)
    .filter((element) => element.type === 'TextBlock')
    .map((element) => plain(element.text ?? ''));
}

export function factsOf(card: unknown): [string, string][] {
  const sets = walk(card).filter((element) => element.type === 'FactSet');
  const facts = sets.flatMap((set) => set['facts'] as { title: string; value: string }[]);
  return facts.map(({ title, value }) => [title, plain(value)]);
}

/** Every action, those inside an unfolding button after it. */
export function actionsOf(card: unknown): ReadAction[] {
  const isAction = (element: Element) => element.type?.startsWith('Action.') && 'title' in element;
  return walk(card).filter(isAction) as unknown as ReadAction[];
}

function walk(value: unknown): Element[] {
  if (Array.isArray(value)) return value.flatMap(walk);
  if (typeof value !== 'object' || value === null) return [];
  const element = value as Element; // any object of the card
  const self = typeof element.type === 'string' ? [element] : [];
  return [...self, ...Object.values(element).flatMap(walk)];
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

// A short list as a card: customers found, follow-ups due. Each row opens its customer.
import type { Json } from './elements.ts';
import { text } from './elements.ts';
import { plainText } from './plain-text.ts';

export interface ListRow {
  readonly title: string;
  readonly detail: string;
  readonly url: string;
}

/** `title` and `note` are ours, the rows are people's text. */
export function listCard(list: {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly ListRow[];
  readonly language: 'de' | 'en';
}): Json {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: list.language,
    fallbackText: [list.title, ...list.rows.map((row) => plainText(row.title, 120))].join(' · '),
    body: [
      text(list.title, { weight: 'Bolder', style: 'heading' }),
      ...list.rows.map(rowOf),
      ...(list.note === '' ? [] : [text(list.note, { isSubtle: true, size: 'Small' })]),
    ],
  };
}

function rowOf({ title, detail, url }: ListRow): Json {
  return {
    type: 'Container',
    separator: true,
    spacing: 'Small',
    selectAction: { type: 'Action.OpenUrl', title: plainText(title, 120), url },
    items: [
      text(plainText(title, 120), { color: 'Accent' }),
      text(plainText(detail, 200), { spacing: 'None', size: 'Small', isSubtle: true }),
    ],
  };
}

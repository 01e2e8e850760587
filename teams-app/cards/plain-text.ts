// Text of people on its way into a card: Teams reads markdown there, so what looks like markup is made plain without showing a trace.

const invisible = '\u200b';

/** One line that stays what it is: no link, no list, no template; cut at `longest` characters. */
export function plainText(text: string, longest = 400): string {
  const line = text
    // direction marks can make a text read differently from what it is
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const cut = line.length <= longest ? line : `${line.slice(0, longest).trimEnd()} …`;
  return neutralize(cut);
}

/** Clients differ in which escapes they know; a mark broken by an invisible space is plain in all of them. */
function neutralize(line: string): string {
  return line
    .replaceAll('*', '∗')
    .replaceAll(/\](?=[([:])/g, `]${invisible}`)
    .replaceAll(/\{(?=\{)/g, `{${invisible}`)
    .replaceAll(/<(?=[a-z/!])/gi, `<${invisible}`)
    .replaceAll(/(^|[\s(])_(?=\S)/g, `$1${invisible}_${invisible}`)
    .replace(/^(#{1,6}\s|>|[-+]\s|\d+[.)]\s)/, `${invisible}$1`);
}

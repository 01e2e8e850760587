// What of a chat message names its customer: addresses in it, words that may be a company. Pure.

const mostAddresses = 10;
const mostWords = 6;
const shortestWord = 5;
const readCharacters = 4_000;

const addresses = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const capitalized = /(?<![\p{L}\d])\p{Lu}[\p{L}\d-]+/gu;

/** E-mail addresses that stand in the text, each once. */
export function listAddresses(text: string): string[] {
  const found = text.slice(0, readCharacters).match(addresses) ?? [];
  return [...new Set(found.map((one) => one.toLowerCase()))].slice(0, mostAddresses);
}

/** Words that may be part of a company's name, the longest first; German writes every noun large, so they are only asked for. */
export function listNameWords(text: string): string[] {
  const found = text.slice(0, readCharacters).replace(addresses, ' ').match(capitalized) ?? [];
  const long = found.filter((word) => word.length >= shortestWord);
  return [...new Set(long)].toSorted((a, b) => b.length - a.length).slice(0, mostWords);
}

/** Whether the name holds this very word; what is only similar is not proposed unasked. */
export function holdsWord(name: string, word: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\d-]+/u)
    .includes(word.toLowerCase());
}

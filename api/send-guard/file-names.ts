// Whether a file is named after a customer. Pure: all words that are the company's own must stand in the name.
import { companyWords } from '#api/search/company-words.ts';
import { wordsOf } from '#api/search/words.ts';

const shortestWord = 4;

/** 'Angebot_HollerbachMetallbau-2026.pdf' → angebot, hollerbach, metallbau, 2026; as they are looked up. */
export function wordsOfFile(name: string): string[] {
  const parted = name.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return wordsOf(parted.replaceAll('_', ' '));
}

/** 'Hollerbach Metallbau GmbH' is named by 'Angebot Hollerbach.pdf'; a company without a word of its own is named by none. */
export function isNamedAfter(fileWords: readonly string[], companyName: string): boolean {
  const own = companyWords(companyName)
    .filter((word) => word.kind === 'own')
    .map((word) => word.text);
  const isTelling = own.some((word) => word.length >= shortestWord);
  return isTelling && own.every((word) => fileWords.includes(word));
}

// One information page as HTML, made on the server: it works without JavaScript and in every browser.
import { infoPageNames } from './words.ts';
import type { InfoPage, InfoPageName, InfoSection, InfoWords } from './words.ts';
import { infoStyle } from './style.ts';

export type InfoLanguage = 'de' | 'en';

interface Shown {
  readonly name: InfoPageName;
  readonly language: InfoLanguage;
  readonly words: InfoWords;
  readonly isDemo: boolean;
}

/** The whole document; links keep the language that was asked for. */
export function infoHtml({ name, language, words, isDemo }: Shown): string {
  const page = words.pages[name];
  const other = language === 'de' ? 'en' : 'de';
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${text(page.title)} – ${text(words.product)}</title>
    <link rel="icon" href="/icon.svg" />
    <style>${infoStyle}</style>
  </head>
  <body>
    <header>
      <strong>${text(words.product)}</strong>
      <nav aria-label="${text(words.navigation)}">
        ${infoPageNames.map((each) => link(each, name, language, words)).join('\n        ')}
      </nav>
      <span class="end">${isDemo ? `<a href="/">${text(words.toDemo)}</a> ` : ''}<a href="/${name}?lang=${other}" hreflang="${other}" lang="${other}">${text(words.otherLanguage)}</a></span>
    </header>
    <main>
      ${article(page, isDemo)}
    </main>
  </body>
</html>
`;
}

function link(to: InfoPageName, here: InfoPageName, language: InfoLanguage, words: InfoWords): string {
  const current = to === here ? ' aria-current="page"' : '';
  return `<a href="/${to}?lang=${language}"${current}>${text(words.pages[to].title)}</a>`;
}

function article(page: InfoPage, isDemo: boolean): string {
  const sections = isDemo ? [...page.sections, page.demo] : page.sections;
  return [`<h1>${text(page.title)}</h1>`, `<p>${text(page.lead)}</p>`, ...sections.map(section)].join(
    '\n      ',
  );
}

function section({ heading, text: sentence, steps, points, pairs }: InfoSection): string {
  const parts = [`<h2>${text(heading)}</h2>`];
  if (sentence !== undefined) parts.push(`<p>${text(sentence)}</p>`);
  if (steps !== undefined) parts.push(list('ol', steps));
  if (points !== undefined) parts.push(list('ul', points));
  if (pairs !== undefined) parts.push(table(pairs));
  return parts.join('\n      ');
}

function list(tag: 'ol' | 'ul', items: readonly string[]): string {
  return `<${tag}>${items.map((item) => `<li>${text(item)}</li>`).join('')}</${tag}>`;
}

function table({ heads, rows }: NonNullable<InfoSection['pairs']>): string {
  const head = heads.map((cell) => `<th scope="col">${text(cell)}</th>`).join('');
  const body = rows.map(
    ([key, value]) => `<tr><th scope="row">${text(key)}</th><td>${text(value)}</td></tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

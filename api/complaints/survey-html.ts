// The survey page as HTML: one question, five faces, a button. Works without JavaScript; names nobody but the asking company.
import { createHash } from 'node:crypto';
import { infoStyle } from '#api/info/style.ts';
import type { SurveyWords } from './survey-words.ts';

const scores = [1, 2, 3, 4, 5] as const;

/** How a mouth goes from very dissatisfied to very satisfied, in a face of 24 × 24. */
const mouths: Readonly<Record<(typeof scores)[number], string>> = {
  1: 'M7.5 17.5 Q12 12 16.5 17.5',
  2: 'M8 16.5 Q12 14 16 16.5',
  3: 'M8 15.5 L16 15.5',
  4: 'M8 14.5 Q12 17.5 16 14.5',
  5: 'M7 13.5 Q12 20 17 13.5',
};

const style = `${infoStyle}
      main { max-width: 560px; }
      main > p, form > p { margin-top: 8px; }
      .company, .quiet { color: var(--colorNeutralForeground3); }
      .note { padding: 8px 12px; background: var(--colorNeutralBackground2); border-left: 4px solid var(--colorBrandBackground); }
      form { margin-top: 16px; }
      .note + fieldset { margin-top: 16px; }
      fieldset { margin: 0 0 20px; padding: 0; border: 0; }
      legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
      .face { display: flex; align-items: center; gap: 12px; min-height: 48px; padding: 4px 8px; border-radius: 4px; cursor: pointer; }
      .face:hover { background: var(--colorNeutralBackground2); }
      .face input { width: 20px; height: 20px; margin: 0; accent-color: var(--colorBrandBackground); }
      .face svg { flex: none; width: 32px; height: 32px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
      .face:has(:checked) { font-weight: 600; }
      textarea { display: block; width: 100%; margin: 4px 0 16px; padding: 8px; font: inherit; color: inherit;
        background: transparent; border: 1px solid var(--colorNeutralStrokeAccessible); border-radius: 4px; resize: vertical; }
      button { min-height: 40px; padding: 0 20px; border: 0; border-radius: 4px; font: inherit; font-weight: 600;
        color: #ffffff; background: var(--colorBrandBackground); cursor: pointer; }
      textarea:focus-visible, button:focus-visible, input:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
      @media (min-width: 520px) {
        .faces { display: grid; grid-template-columns: repeat(5, 1fr); gap: 4px; }
        .face { flex-direction: column; justify-content: start; padding: 8px 4px; gap: 6px; text-align: center; hyphens: manual; }
        .face svg { order: -1; width: 40px; height: 40px; }
      }
      @media (forced-colors: active) { button { border: 1px solid ButtonText; } }
    `;

/** The one style that the page may use, as its policy names it. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

export interface ShownSurvey {
  readonly language: 'de' | 'en';
  readonly words: SurveyWords;
  readonly companyName: string;
  /** Already written out for the reader. */
  readonly expiresOn: string;
  /** The answer we have. */
  readonly answered: number | null;
  /** What is ticked: the face that was pressed in the mail, else the answer we have. */
  readonly chosen: number | null;
  readonly mayAnswer: boolean;
  /** Sent without one of the five. */
  readonly isMissing: boolean;
}

/** The page with the question; `answered` is confirmed above it. */
export function surveyHtml(shown: ShownSurvey): string {
  const { words, answered, mayAnswer, companyName, language } = shown;
  const thanks = answered === null ? '' : note(words.answered(labelOf(words, answered)));
  const rest = mayAnswer ? form(shown) : `<p>${text(words.final)}</p>`;
  return page(language, words.title, `<p class="company">${text(companyName)}</p>\n${thanks}\n${rest}`);
}

/** A page that says only this. */
export function sayHtml(language: 'de' | 'en', said: { title: string; text: string }): string {
  return page(language, said.title, `<p>${text(said.text)}</p>`);
}

function form({ words, chosen, answered, expiresOn, isMissing }: ShownSurvey): string {
  const problem = isMissing ? `<p class="note" role="alert">${text(words.missing)}</p>` : '';
  return `<form method="post" accept-charset="utf-8">
        ${problem}
        <fieldset>
          <legend>${text(words.question)}</legend>
          <div class="faces">${scores.map((score) => face(words, score, chosen === score)).join('')}</div>
        </fieldset>
        <label for="comment">${text(words.comment)}</label>
        <textarea id="comment" name="comment" rows="3" maxlength="1000"></textarea>
        <button type="submit">${text(answered === null ? words.send : words.change)}</button>
        <p class="quiet">${text(words.changeUntil(expiresOn))}</p>
      </form>`;
}

function face(words: SurveyWords, score: (typeof scores)[number], isChosen: boolean): string {
  const drawing = `<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="M9 9v.5M15 9v.5"/><path d="${mouths[score]}"/></svg>`;
  return `<label class="face"><input type="radio" name="score" value="${score}" required${isChosen ? ' checked' : ''}>${drawing}<span>${text(words.scores[score])}</span></label>`;
}

function note(sentence: string): string {
  return `<p class="note" role="status">${text(sentence)}</p>`;
}

function labelOf(words: SurveyWords, score: number): string {
  const known = scores.find((one) => one === score);
  return known === undefined ? '' : words.scores[known];
}

function page(language: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow" />
    <title>${text(title)}</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>${text(title)}</h1>
      ${body}
    </main>
  </body>
</html>
`;
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

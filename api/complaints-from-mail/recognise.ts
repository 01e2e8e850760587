// Whether a mail is a complaint, what about and how severe: cues with the scope of negations, summed with learnt weights. Pure.
import { splitMail } from '#api/activities/mail-text.ts';
import { goodsCues, type Category } from './goods-cues.ts';
import { speaksAgainst, speaksFor, type Context } from './context-cues.ts';
import { compileCues, findCues } from './cue.ts';
import { courseCues } from './course-cues.ts';
import { cuesAgainst } from './cues-against.ts';
import { cuesFor } from './cues-for.ts';
import { cuesOfOthers } from './cues-of-others.ts';
import { serviceCues } from './service-cues.ts';
import { severityCues, type Severity } from './severity-cues.ts';
import { foldWord, listWords, type TextWord } from './text-words.ts';
import { traits, type Trait, type Traits } from './traits.ts';
import { weights, startingScore, threshold } from './weights.ts';

/** One cue in the text, with its words as they stand there. */
export interface Sign<T> {
  readonly means: T;
  readonly weight: number;
  readonly words: string;
  readonly start: number;
}

export interface Signs {
  readonly categories: readonly Sign<Category>[];
  readonly severities: readonly Sign<Severity>[];
  readonly contexts: readonly Sign<Context>[];
  readonly traits: Traits;
}

const categoryIndex = compileCues([...goodsCues, ...courseCues, ...serviceCues]);
const contextIndex = compileCues([...cuesFor, ...cuesAgainst, ...cuesOfOthers]);
const severityIndex = compileCues(severityCues);

const readCharacters = 20_000;
/** Beyond this even the history is not looked for: it is read by splitMail, which goes through all it is given. */
const splitCharacters = 40_000;

/** The subject of an answer is what somebody said before. */
const isReply = /^\s*(?:aw|re|antw|antwort)\s*:/i;

/** What its writer says, without quoted history and signature. */
export function textOf(mail: { subject: string; bodyText: string }): string {
  return splitMail(mail.bodyText.slice(0, splitCharacters), mail.subject).text.slice(0, readCharacters);
}

/** The signs in a mail's subject and in what its writer says. */
export function readMailSigns(mail: { subject: string; bodyText: string }): Signs {
  return readSigns(isReply.test(mail.subject) ? '' : mail.subject, textOf(mail));
}

/** The signs in a subject and the text below it. */
function readSigns(subject: string, text: string): Signs {
  const all = `${subject}\n\n${text}`;
  const words = listWords(all);
  const folded = words.map((word) => word.folded);
  const denied = new Set<number>();
  const signsOf = <T>(index: ReturnType<typeof compileCues<T>>): Sign<T>[] =>
    findCues(folded, index).flatMap((found) => {
      if (isDenied(folded, found.from, found.to)) {
        denied.add(found.from);
        return [];
      }
      return [{ ...found, words: wordsOf(all, words, found), start: words[found.from]?.start ?? 0 }];
    });
  const categories = signsOf(categoryIndex);
  const deniedProblems = denied.size;
  const contexts = signsOf(contextIndex);
  const severities = signsOf(severityIndex);
  return {
    categories,
    contexts,
    severities,
    traits: measure({ categories, contexts, severities, deniedProblems, all, subject }),
  };
}

const titleOfComplaint =
  /^\s*(?:reklamation|beschwerde|mängelrüge|mängelanzeige|complaint|claim)(?![\p{L}-])(?!\s*[:;]-?\))/iu;

function measure(given: {
  categories: readonly Sign<Category>[];
  contexts: readonly Sign<Context>[];
  severities: readonly Sign<Severity>[];
  deniedProblems: number;
  all: string;
  subject: string;
}): Traits {
  const { categories, contexts, severities, subject } = given;
  const context = (means: Context) => Math.min(distinct(contexts.filter((sign) => sign.means === means)), 2);
  const strong = categories.filter((sign) => sign.weight === 2);
  const weak = categories.filter((sign) => sign.weight === 1);
  const against = speaksAgainst.some((means) => context(means) > 0) || given.deniedProblems > 0;
  const entries: [Trait, number][] = [
    ['plainProblem', strong.length > 0 && !against ? 1 : 0],
    ['problem', Math.min(distinct(strong) * 2 + Math.min(distinct(weak), 3), 6)],
    ['problemInSubject', strong.some((sign) => sign.start < subject.length) ? 1 : 0],
    ['namedInSubject', titleOfComplaint.test(subject) ? 1 : 0],
    ['severe', Math.min(weightOf(severities, 'high'), 3)],
    ['minor', Math.min(weightOf(severities, 'low'), 3)],
    ['denied', Math.min(given.deniedProblems, 2)],
    ['smiling', /[:;]-?\)/.test(given.all) ? 1 : 0],
    ...[...speaksFor, ...speaksAgainst].map((means): [Trait, number] => [means, context(means)]),
  ];
  return Object.fromEntries(entries) as Traits; // one entry per trait, by the lists above
}

function weightOf(signs: readonly Sign<Severity>[], means: Severity): number {
  return signs.filter((sign) => sign.means === means).reduce((sum, sign) => sum + sign.weight, 0);
}

function distinct(signs: readonly Sign<unknown>[]): number {
  return new Set(signs.map((sign) => sign.words.toLowerCase())).size;
}

function wordsOf(text: string, words: readonly TextWord[], found: { from: number; to: number }): string {
  const start = words[found.from]?.start ?? 0;
  const end = words[found.to - 1]?.end ?? start;
  return text.slice(start, end).replace(/\s+/g, ' ');
}

const foldedSet = (list: string) => new Set(list.split(' ').map(foldWord));
const denials = foldedSet(
  'kein keine keinen keinem keiner keinerlei ohne nichts nix nie niemals nicht net ned ka koa no not never without none nothing neither nor isnt wasnt',
);
const farDenials = foldedSet('weder');
const lateDenials = foldedSet('keine keinen keinerlei nichts none nothing');
const onlyMore = foldedSet('nur bloß only just allein mehr');
const near = 3;
const far = 6;

/** Whether a "kein", "ohne", "not" … before these words, or a "keine" right after them, takes them back. */
function isDenied(words: readonly string[], from: number, to: number): boolean {
  return isDeniedBefore(words, from) || isDeniedAfter(words, to);
}

function isDeniedBefore(words: readonly string[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - far); at -= 1) {
    const word = words[at] ?? '.';
    if (farDenials.has(word)) return true;
    if (word === '.' || word === ',') return false;
    const isNear = from - at <= near;
    if (isNear && denials.has(word)) return !onlyMore.has(words[at + 1] ?? '');
  }
  return false;
}

function isDeniedAfter(words: readonly string[], to: number): boolean {
  const following = words.slice(to, to + 2);
  const end = following.findIndex((word) => word === '.' || word === ',');
  return following.slice(0, end < 0 ? 2 : end).some((word) => lateDenials.has(word));
}

/** From 0 (none) to 1 (a complaint beyond doubt). */
export function scoreOf(found: Traits): number {
  const sum = traits.reduce((total, trait) => total + weights[trait] * found[trait], startingScore);
  return 1 / (1 + Math.exp(-sum));
}

export function isComplaint(score: number): boolean {
  return score >= threshold;
}

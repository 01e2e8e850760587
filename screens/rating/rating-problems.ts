// What is wrong with rating rules, as sentences with the thresholds that the reader typed; by path of the server. Pure.
import type { CallError } from '../call.ts';
import type { RatingMessages } from '../messages/rating-messages.ts';
import type { BandDraft, RuleDraft } from './rating-draft.ts';
import { unitOf, type Unit } from './rating-draft.ts';

type Words = RatingMessages;

/** Sentences by the path of the rule or list of bands they stand under: `rules.0.letter`, `rules.0.digit`, `rules`. */
export function problemSentences(
  error: CallError | null,
  drafts: readonly RuleDraft[],
  words: Words,
): Map<string, string[]> {
  const sentences = new Map<string, string[]>();
  for (const { path, problem } of error?.code === 'invalid_input' ? error.fields : []) {
    const [place, sentence] = sentenceOf(path, problem, drafts, words);
    sentences.set(place, [...(sentences.get(place) ?? []), sentence]);
  }
  return sentences;
}

function sentenceOf(
  path: string,
  problem: string,
  drafts: readonly RuleDraft[],
  words: Words,
): [string, string] {
  const { problems } = words;
  const [, rule = '0', part, , at] = path.split('.');
  const draft = drafts[Number(rule)];
  if (draft === undefined || (part !== 'letter' && part !== 'digit')) {
    return ['rules', problem === 'missing_default' ? problems.missing_default : problems.other];
  }
  const place = `rules.${rule}.${part}`;
  if (problem === 'unknown_attribute' || problem === 'wrong_value') return [place, problems[problem]];
  const bands: readonly BandDraft<string>[] = part === 'letter' ? draft.letterBands : draft.digitBands;
  const unit: Unit = part === 'letter' ? 'money' : unitOf(draft.digitBy);
  return [place, bandSentence(bands, Number(at), { problem, unit, words })];
}

function bandSentence(
  bands: readonly BandDraft<string>[],
  at: number,
  { problem, unit, words }: { problem: string; unit: Unit; words: Words },
): string {
  const { problems, bands: names } = words;
  const [band, below] = [bands[at], bands[at + 1]];
  if (band === undefined) return problems.other;
  const figure = (text: string) => `${text}\u00a0${names.unit[unit]}`;
  if (problem === 'empty_band' || problem === 'not_open') return problems.empty_band(band.class);
  if (below === undefined) return problems.other;
  if (problem === 'gap') return problems.gap(below.class, figure(below.to), band.class, figure(band.from));
  if (problem === 'overlap')
    return problems.overlap(below.class, figure(below.to), band.class, figure(band.from));
  return problem === 'wrong_order' ? problems.wrong_order(below.class, band.class) : problems.other;
}

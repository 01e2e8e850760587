// What is weighed of a mail: what is wrong in it, and what the words around that say.
import { speaksAgainst, speaksFor } from './context-cues.ts';

export const traits = [
  'problem',
  'plainProblem',
  'problemInSubject',
  'namedInSubject',
  'severe',
  'minor',
  'denied',
  'smiling',
  ...speaksFor,
  ...speaksAgainst,
] as const;
export type Trait = (typeof traits)[number];
export type Traits = Readonly<Record<Trait, number>>;

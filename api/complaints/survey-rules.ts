// The link of a survey and its answer: what a secret looks like, how long it holds, what is a bad answer. Pure but for chance.
import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 32;
const daysOpen = 30;
const dayMs = 86_400_000;
const worstThatIsFine = 3;
/** Answered and changed so often that no person does it. */
const mostAnswers = 10;

/** A secret that cannot be guessed, as it stands in the link. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** Whether this could be one of ours at all. */
export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is stored in place of the secret: SHA-256, as the secret is random and long. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Until when a link made now holds. */
export function expiryOf(madeAt: Date): Date {
  return new Date(madeAt.getTime() + daysOpen * dayMs);
}

export interface SurveyState {
  readonly expiresAt: Date;
  readonly answerCount: number;
}

/** A link holds until it expires; then it is as if it had never been. */
export function isOpen({ expiresAt }: SurveyState, now: Date): boolean {
  return now < expiresAt;
}

/** Whether the answer may still be given or changed. */
export function mayAnswer(survey: SurveyState, now: Date): boolean {
  return isOpen(survey, now) && survey.answerCount < mostAnswers;
}

/** Somebody has to ask what went wrong. */
export function isBad(score: number): boolean {
  return score < worstThatIsFine;
}

/** The score from a form or an address; null when it is none. */
export function readScore(text: unknown): number | null {
  return typeof text === 'string' && /^[1-5]$/.test(text) ? Number(text) : null;
}

// The public page behind a survey link: no sign-in, no script. Opening it records nothing, because mail scanners open links.
import { urlencoded, Router } from 'express';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { DateTime } from 'luxon';
import type { Deps } from '#api/deps.ts';
import { sayHtml, styleSource, surveyHtml } from './survey-html.ts';
import { readScore } from './survey-rules.ts';
import * as survey from './survey.ts';
import { surveyWords } from './survey-words.ts';

const policy = [
  "default-src 'none'",
  `style-src ${styleSource}`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const headers = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
};
const windowMs = 60_000;
const mostCharacters = 1_000;

export interface SurveyLimits {
  /** Requests of one address in a minute. */
  readonly perMinute: number;
}

/** The routes of the page; `secret` in the address is all that opens it. */
export function surveyPages(deps: Deps, { perMinute }: SurveyLimits = { perMinute: 60 }): Router {
  const pages = Router();
  pages.use(limitPerAddress(perMinute));
  pages.get('/:secret', (request, response) => show(deps, request, response));
  const readForm = urlencoded({ extended: false, limit: '16kb', parameterLimit: 10 });
  pages.post('/:secret', readForm, (request, response) => take(deps, request, response));
  pages.use(sayFailed(deps));
  return pages;
}

async function show(deps: Deps, request: Request<{ secret: string }>, response: Response): Promise<void> {
  const pressed = readScore(request.query['score']);
  await send(deps, request, response, { pressed, isMissing: false });
}

async function take(deps: Deps, request: Request<{ secret: string }>, response: Response): Promise<void> {
  const form = (request.body ?? {}) as Record<string, unknown>; // what urlencoded made of whatever was sent
  const score = readScore(form['score']);
  if (score === null) {
    await send(deps, request, response, { pressed: null, isMissing: true });
    return;
  }
  const { secret } = request.params;
  if (await survey.answer(deps, secret, { score, comment: readComment(form['comment']) })) {
    response.set(headers).redirect(303, `${survey.surveyPath}/${secret}`); // so that reloading sends nothing again
  } else await send(deps, request, response, { pressed: null, isMissing: false });
}

/** One text of at most so many characters, without what a keyboard does not make. */
function readComment(given: unknown): string {
  if (typeof given !== 'string') return '';
  const clean = given
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (sign) => (sign === '\n' ? sign : ''));
  return [...clean].slice(0, mostCharacters).join('').trim();
}

async function send(
  deps: Deps,
  request: Request<{ secret: string }>,
  response: Response,
  { pressed, isMissing }: { pressed: number | null; isMissing: boolean },
): Promise<void> {
  const asked = await survey.find(deps, request.params.secret);
  if (asked === null) {
    say(request, response, 404, 'unknown');
    return;
  }
  const { language, companyName, score, mayAnswer } = asked;
  const html = surveyHtml({
    language,
    words: surveyWords[language],
    companyName,
    expiresOn: dayOf(asked),
    answered: score,
    chosen: pressed ?? score,
    mayAnswer,
    isMissing,
  });
  response.status(isMissing ? 400 : 200).set({ ...headers, 'content-language': language });
  response.type('html').send(html);
}

function dayOf({ expiresAt, timeZone, language }: survey.AskedSurvey): string {
  const day = DateTime.fromJSDate(expiresAt, { zone: timeZone });
  return language === 'de' ? day.toFormat('dd.MM.yyyy') : day.setLocale('en-GB').toFormat('d LLLL yyyy');
}

/** Without a survey nobody's language is known but the browser's. */
function say(
  request: Request,
  response: Response,
  status: number,
  what: 'unknown' | 'tooMany' | 'failed',
): void {
  const language = request.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de';
  response.status(status).set({ ...headers, 'content-language': language });
  response.vary('Accept-Language');
  response.type('html').send(sayHtml(language, surveyWords[language][what]));
}

function limitPerAddress(limit: number) {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? 'unknown'),
    handler: (request, response) => say(request, response.set('retry-after', '60'), 429, 'tooMany'),
  });
}

/** A customer reads a sentence, not our error codes; what is wrong with the request itself is no failure of ours. */
function sayFailed(deps: Deps): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = isClientError(error) ? 400 : 503;
    if (status === 503) deps.log.error({ err: error }, 'a survey answer could not be kept');
    say(request, response, status, 'failed');
  };
}

function isClientError(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500;
}

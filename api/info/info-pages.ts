// Help, privacy and terms of use: open to everybody, in the demo and in production, at the addresses the manifests name.
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { infoHtml } from './html.ts';
import type { InfoLanguage } from './html.ts';
import { german } from './words-de.ts';
import { english } from './words-en.ts';
import { infoPageNames } from './words.ts';
import type { InfoPageName } from './words.ts';

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The routes of the three pages. */
export function createInfoPages({ isDemo }: { isDemo: boolean }): Router {
  const pages = Router();
  for (const name of infoPageNames) pages.get(`/${name}`, sendInfo(name, isDemo));
  return pages;
}

function sendInfo(name: InfoPageName, isDemo: boolean): RequestHandler {
  return (request, response) => {
    const language = languageOf(request);
    const words = language === 'en' ? english : german;
    response.set({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
      'content-language': language,
    });
    response.vary('Accept-Language');
    response.type('html').send(infoHtml({ name, language, words, isDemo }));
  };
}

/** `?lang=` first, then what the browser prefers, else German. */
function languageOf(request: Request): InfoLanguage {
  const wish = request.query['lang'];
  if (wish === 'de' || wish === 'en') return wish;
  return request.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de';
}

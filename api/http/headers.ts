// Headers of every answer: who may frame our pages, what they may load, and that nothing is kept by caches.
import type { RequestHandler } from 'express';
import type { Config } from '#api/config.ts';

/** Where Outlook and Teams live in a browser; without X-Frame-Options, which cannot name more than one host. */
const officeHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.microsoft.us',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://*.officeapps.live.com',
];
const officeScripts = ['https://appsforoffice.microsoft.com', 'https://*.cdn.office.net'];

/** Sets the security headers; the page policy allows Microsoft's CDN only where Microsoft is in use. */
export function createHeaders(config: Config): RequestHandler {
  const policy = contentPolicy(config);
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (request.path.startsWith('/api/')) {
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    }
    next();
  };
}

function contentPolicy(config: Config): string {
  const isDemo = config.mode === 'demo';
  const scripts = isDemo ? [] : officeScripts;
  const signIn = config.entra === null ? [] : [config.entra.authorityUrl];
  const rules = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...scripts],
    // Fluent writes its styles at run time into style elements
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...scripts, ...signIn],
    'frame-src': ["'self'", ...signIn],
    'frame-ancestors': ["'self'", ...officeHosts],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

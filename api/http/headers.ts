// Headers of every answer that is not a page (those have page-headers.ts): nothing may run in it, frame it or keep it.
import type { RequestHandler } from 'express';

const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sets the headers first, so that also errors and unknown paths carry them; pages replace what they need otherwise. */
export const setHeaders: RequestHandler = (request, response, next) => {
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

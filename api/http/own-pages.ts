// The demo signs anybody in who asks; so only its own pages may ask, and only under a name that is this machine's.
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { AppError } from '#api/errors.ts';

/** Refuses what a foreign page sends, and every name that only leads here (DNS rebinding); programs send neither header. */
export function ownPagesOnly(publicUrl: string): RequestHandler {
  const names = new Set(['localhost', new URL(publicUrl).hostname]);
  return (request, _response, next) => {
    if (!isOwnName(request, names) || (isChange(request) && !isOwnPage(request))) {
      throw new AppError('forbidden');
    }
    next();
  };
}

/** A number cannot be made to lead elsewhere, a name can. */
function isOwnName(request: Request, names: ReadonlySet<string>): boolean {
  const address = `http://${request.get('host') ?? ''}`;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return names.has(hostname) || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}

function isChange({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Browsers say where a change comes from, in one header or the other. */
function isOwnPage(request: Request): boolean {
  const site = request.get('sec-fetch-site') ?? 'none';
  const origin = request.get('origin');
  if (site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}

// Serves the built pages: hashed assets for ever and pre-compressed, HTML fresh every time with its security headers.
// Knows nothing of what the pages do; Office.js comes from Microsoft's CDN, in the demo from the npm package.
import { Router, static as serveFolder, type Request, type RequestHandler, type Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInfoPages } from '#api/info/info-pages.ts';
import { pageHeaders } from './page-headers.ts';

export interface PagesOptions {
  /** Where build/pages.ts put the pages. */
  readonly folder: string;
  readonly isDemo: boolean;
  /** Origin of the sign-in service, `https://login.microsoftonline.com`; null in the demo. */
  readonly authorityOrigin: string | null;
  /** Where this server is, for scripts that run without a page. */
  readonly publicUrl: string;
}

const officeCdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const officeFilesPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";
const aYear = 31_536_000;
const pagePath = /^\/(?:[a-z0-9-]+\/)*(?:[a-z0-9-]+\.html)?$/;

/** The routes of all pages and their files; what is not a page is left to the next handler. */
export function createPages(options: PagesOptions): Router {
  const pages = Router();
  const folder = resolve(options.folder);
  pages.get('/assets/:name', sendAsset(join(folder, 'assets')));
  pages.get('/outlook/events.js', sendEventScript(folder, options.publicUrl));
  pages.get('/.well-known/microsoft-officeaddins-allowed.json', (_request, response) => {
    response.json({ allowed: [`${options.publicUrl}/outlook/events.js`] });
  });
  pages.get('/icon.svg', serveFolder(folder, { index: false, maxAge: '1h' }));
  if (options.isDemo) pages.use('/office-js', officeFiles());
  pages.use(createInfoPages(options));
  pages.get(/^\/.*/, sendPage(folder, options));
  return pages;
}

/** Hashed names never change their content, so browsers may keep them for ever. */
function sendAsset(folder: string): RequestHandler {
  return (request, response, next) => {
    const name = String(request.params['name']);
    const file = join(folder, name);
    if (!/^[\w.-]+$/.test(name) || !existsSync(file)) {
      next();
      return;
    }
    const packed = packedFormOf(request, file);
    response.vary('Accept-Encoding');
    response.type(extname(name));
    response.set('x-content-type-options', 'nosniff');
    if (packed) response.set('content-encoding', packed.encoding);
    // below a root, because of a whole path every folder would be refused whose name begins with a dot
    response.sendFile(basename(packed?.file ?? file), {
      root: folder,
      maxAge: aYear * 1000,
      immutable: true,
    });
  };
}

/** The handlers of sending as classic Outlook on Windows fetches them: one script, told where its server is. */
function sendEventScript(folder: string, publicUrl: string): RequestHandler {
  return (_request, response, next) => {
    const file = join(folder, 'assets', 'outlook-events.js');
    if (!existsSync(file)) {
      next();
      return;
    }
    response.type('js').set({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    response.send(`var kundencockpitServer=${JSON.stringify(publicUrl)};\n${readFileSync(file, 'utf8')}`);
  };
}

function packedFormOf(request: Request, file: string): { file: string; encoding: string } | null {
  const forms = [
    { encoding: 'br', file: `${file}.br` },
    { encoding: 'gzip', file: `${file}.gz` },
  ];
  const accepted = forms.filter((form) => request.acceptsEncodings(form.encoding) && existsSync(form.file));
  return accepted[0] ?? null;
}

function sendPage(folder: string, options: PagesOptions): RequestHandler {
  return (request, response, next) => {
    const file = pageFileOf(folder, request.path, options.isDemo);
    if (file === null) {
      next();
      return;
    }
    const isFolderWithoutSlash = !request.path.endsWith('/') && file.endsWith('/index.html');
    if (isFolderWithoutSlash) response.redirect(302, `${request.path}/`);
    else sendHtml(response, file, request.path, options);
  };
}

/** The file behind an address, null when there is no such page here. */
function pageFileOf(folder: string, path: string, isDemo: boolean): string | null {
  const isDemoPage = path === '/' || path === '/demo' || path.startsWith('/demo/');
  if (!pagePath.test(path.endsWith('.html') ? path : `${path.replace(/\/$/, '')}/`)) return null;
  if (isDemoPage && !isDemo) return null;
  const file = join(folder, 'pages', path.endsWith('.html') ? path : `${path}/index.html`);
  return existsSync(file) ? file : null;
}

function sendHtml(response: Response, file: string, path: string, options: PagesOptions): void {
  const isDemoPage = path === '/' || path.startsWith('/demo/');
  dropHeaders(response);
  response.set(pageHeaders({ isDemoPage, isDemo: options.isDemo, authorityOrigin: options.authorityOrigin }));
  response.type('html').set('cache-control', 'no-cache');
  response.send(readFileSync(file, 'utf8').replace('%OFFICE_JS%', officeTags(options.isDemo)));
}

/** What the rest of the server answers with; frame-ancestors says it better, and sign-in windows need their opener. */
function dropHeaders(response: Response): void {
  for (const unwanted of ['x-frame-options', 'cross-origin-opener-policy', 'cross-origin-resource-policy']) {
    response.removeHeader(unwanted);
  }
}

/** `async`, so that the pane draws while Office.js is on its way and can say so when it never comes. */
function officeTags(isDemo: boolean): string {
  if (!isDemo) return `<script async data-office-js src="${officeCdn}"></script>`;
  return [
    '<script src="/office-js/microsoft-ajax.js"></script>',
    '<script async data-office-js src="/office-js/office.js"></script>',
  ].join('\n    ');
}

/** Office.js as npm delivers it, for development and demo; it asks for some files in capitals that npm has in small letters. */
function officeFiles(): Router {
  const files = Router();
  const office = fileURLToPath(new URL('../../node_modules/@microsoft/office-js/dist', import.meta.url));
  const ours = fileURLToPath(new URL('../../demo/office-js', import.meta.url));
  // Its question whether localhost may act as Office is a page of its own in a frame of the pane.
  files.use((_request, response, next) => {
    dropHeaders(response);
    response.set('content-security-policy', officeFilesPolicy);
    next();
  });
  files.use(serveFolder(ours, { index: false, maxAge: '1h' }));
  files.use(serveFolder(office, { index: false, maxAge: '1h' }));
  files.use((request, _response, next) => {
    request.url = request.url.toLowerCase();
    next();
  });
  files.use(serveFolder(office, { index: false, maxAge: '1h' }));
  return files;
}

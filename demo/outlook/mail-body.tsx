// The body of a mail, made harmless: sanitised, in a frame without scripts, without anything from the internet.
import { makeStyles, tokens } from '@fluentui/react-components';
import purify from 'dompurify';
import { useMemo } from 'react';

interface MailBodyProps {
  title: string;
  html: string;
  text: string;
  /** Data addresses of inline pictures by content id. */
  pictures: Readonly<Record<string, string>>;
}

/** CSS that would ask somebody for something. */
const fetches = /url\s*\(|image-set|@import/i;
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const forbidden = [
  'base',
  'button',
  'dialog',
  'form',
  'iframe',
  'input',
  'link',
  'object',
  'select',
  'svg',
  'textarea',
];

/** A mail's body in a frame of its own. */
export function MailBody({ title, html, text, pictures }: MailBodyProps) {
  const styles = useStyles();
  const body = useMemo(
    () => (html === '' ? `<pre>${escape(text)}</pre>` : cleanHtml(html, pictures)),
    [html, text, pictures],
  );
  return (
    <iframe
      title={title}
      className={styles.frame}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={`<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><style>
        body { margin: 12px; font: 14px/20px 'Segoe UI', system-ui, sans-serif; overflow-wrap: anywhere; color-scheme: light; background: white; }
        pre { font: inherit; white-space: pre-wrap; margin: 0; } img { max-width: 100%; height: auto; } table { max-width: 100%; }
      </style>${body}`}
    />
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** HTML that runs nothing and asks nobody for anything; inline pictures become data addresses. */
export function cleanHtml(html: string, pictures: Readonly<Record<string, string>> = {}): string {
  const clean = purify.sanitize(withoutHandlers(html), {
    FORBID_TAGS: forbidden,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|cid:|data:image\/|#)/i,
  });
  // In a document without a window nothing is fetched while we look at it.
  const { body } = new DOMParser().parseFromString(clean, 'text/html');
  for (const element of body.querySelectorAll('*')) tame(element, pictures);
  return body.innerHTML;
}

/**
 * Renames handler attributes before anything is parsed. Not what protects (that is the sanitiser and the frame): Chromium
 * reports every one of them against the page's policy even in documents without a window.
 */
function withoutHandlers(html: string): string {
  return html.replace(/<[^>]*>/g, (tag) => tag.replace(/([\s/"'])on[a-z]+(\s*=)/gi, '$1data-off$2'));
}

/** Takes away what would fetch something from outside; links open in a tab of their own. */
function tame(element: Element, pictures: Readonly<Record<string, string>>): void {
  for (const name of ['background', 'srcset', 'poster', 'ping']) element.removeAttribute(name);
  const style = element.getAttribute('style');
  if (style !== null && fetches.test(style)) element.removeAttribute('style');
  if (element instanceof HTMLStyleElement && fetches.test(element.textContent)) element.remove();
  if (element instanceof HTMLImageElement) showPicture(element, pictures);
  if (element instanceof HTMLAnchorElement) {
    element.target = '_blank';
    element.rel = 'noopener noreferrer';
  }
}

function showPicture(image: HTMLImageElement, pictures: Readonly<Record<string, string>>): void {
  const source = image.getAttribute('src') ?? '';
  const inline = source.startsWith('cid:')
    ? pictures[decodeURIComponent(source.slice('cid:'.length))]
    : source;
  if (inline?.startsWith('data:image/')) image.setAttribute('src', inline);
  else image.removeAttribute('src');
}

const useStyles = makeStyles({
  frame: {
    flexGrow: 1,
    width: '100%',
    minHeight: '160px',
    border: 'none',
    backgroundColor: 'white',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

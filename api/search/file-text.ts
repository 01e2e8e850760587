// The text of a file, as far as it is cheap to have: plain text, CSV, HTML, PDF. A hostile file costs a little time, no more.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { plainText, typeOf } from './file-rules.ts';

const require = createRequire(import.meta.url);
const largestPdfBytes = 10 * 1024 * 1024;
const longestMs = 20_000;
const memoryMb = 256;
const mostCharacters = 20_000;
const mostPages = 50;

/** Runs in a thread of its own, so that a file that never ends or eats memory takes nothing with it. */
const readPdfInThread = `
const { parentPort, workerData } = require('node:worker_threads');
console.log = console.warn = console.error = () => undefined;
(async () => {
  const { getDocumentProxy } = await import(workerData.library);
  const pdf = await getDocumentProxy(workerData.bytes, { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, stopAtErrors: false });
  let text = '';
  for (let number = 1; number <= Math.min(pdf.numPages, workerData.mostPages) && text.length < workerData.mostCharacters; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    text += items.map((item) => (item.str ?? '') + (item.hasEOL ? '\\n' : ' ')).join('') + '\\n';
  }
  parentPort.postMessage(text.slice(0, workerData.mostCharacters));
})().catch(() => parentPort.postMessage(''));
`;

/** At most 20,000 characters; empty when the file holds no text that we can read. */
export async function readFileText(name: string, contentType: string, bytes: Buffer): Promise<string> {
  const type = typeOf(name, contentType, bytes);
  if (type === null) return '';
  if (type === 'pdf') return bytes.length > largestPdfBytes ? '' : readPdf(bytes);
  return plainText(bytes, type).slice(0, mostCharacters);
}

function readPdf(bytes: Buffer): Promise<string> {
  const worker = new Worker(readPdfInThread, {
    eval: true,
    workerData: {
      library: pathToFileURL(require.resolve('unpdf')).href,
      bytes: new Uint8Array(bytes),
      mostCharacters,
      mostPages,
    },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(''), longestMs);
    const finish = (text: string) => {
      clearTimeout(timer);
      resolve(clean(text));
      void worker.terminate();
    };
    worker.once('message', (text: unknown) => finish(typeof text === 'string' ? text : ''));
    worker.once('error', () => finish(''));
    worker.once('exit', () => finish(''));
  });
}

/** PostgreSQL keeps no NUL, and half a character is none. */
function clean(text: string): string {
  return Buffer.from(text.replaceAll('\0', ' ')).toString();
}

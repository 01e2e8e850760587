// Sizes of what a browser loads before the pane can paint, from a release build.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface PageSize {
  readonly page: string;
  readonly gzipKiB: number;
  readonly brotliKiB: number;
}

/** The scripts that a page names in its HTML, Office.js left out; lazily loaded chunks are not among them. */
export function measurePage(folder: string, page: string): PageSize {
  const html = readFileSync(join(folder, 'pages', page), 'utf8');
  const names = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1] ?? '');
  const files = names.map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (files.length === 0) throw new Error(`${page} names no script of ours`);
  const contents = files.map((path) => readFileSync(path));
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0) / 1024;
  return {
    page,
    gzipKiB: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
    brotliKiB: sum(contents.map((content) => brotliCompressSync(content).length)),
  };
}

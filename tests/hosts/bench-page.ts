// Two small pages for tests of the seam: one plays Outlook with the demo's host, one is a pane that has only the seam.
import { build } from 'esbuild';
import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPages } from '#api/http/pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface BenchPages {
  readonly origin: string;
  close(): Promise<void>;
}

const page = (script: string, office = '') =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,">${office}</head><body><div id="root"></div><script defer src="/assets/${script}"></script></body></html>`;

interface BenchOptions {
  /** Extra entries: file name of the script → source file. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Extra pages: path below pages/ → script it loads. */
  readonly pages?: Readonly<Record<string, string>>;
}

/** Builds and serves the pages with the real page server, Office.js from npm included. */
export async function serveBenchPages({ scripts = {}, pages = {} }: BenchOptions = {}): Promise<BenchPages> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-pages-'));
  await bundle(folder, { host: 'tests/hosts/bench-host.ts', pane: 'tests/hosts/bench-pane.ts', ...scripts });
  const files = {
    'demo/outlook/index.html': page('host.js'),
    'outlook/pane.html': page('pane.js', '%OFFICE_JS%'),
    ...Object.fromEntries(Object.entries(pages).map(([path, script]) => [path, page(script)])),
  };
  for (const [path, html] of Object.entries(files)) {
    mkdirSync(join(folder, 'pages', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'pages', path), html);
  }
  const app = express();
  app.use(
    createPages({
      folder,
      isDemo: true,
      authorityOrigin: 'https://login.microsoftonline.com',
      publicUrl: 'http://localhost',
    }),
  );
  const server = await new Promise<Server>((done) => {
    const listening = app.listen(0, '127.0.0.1', () => done(listening));
  });
  const { port } = server.address() as AddressInfo; // listening on TCP, so it is no pipe
  return {
    origin: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true });
    },
  };
}

async function bundle(folder: string, entries: Record<string, string>): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: join(folder, 'assets'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"test"' },
    logLevel: 'error',
  });
}

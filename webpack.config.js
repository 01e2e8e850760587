// Builds every page of the product: a list of pages, and how they are made. Run through build/pages.ts.
import CompressionPlugin from 'compression-webpack-plugin';
import esbuildLoader from 'esbuild-loader';
import HtmlPlugin from 'html-webpack-plugin';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import TerserPlugin from 'terser-webpack-plugin';
import { constants } from 'node:zlib';
import { shellOf } from './build/html.js';

const root = dirname(fileURLToPath(import.meta.url));
const target = 'es2022';

/** `file` is the address of the page below the server's root; a folder's page is its index.html. */
const pages = [
  { file: 'outlook/pane.html', entry: './addin/outlook/pane.tsx', title: 'Kundencockpit', usesOffice: true },
  {
    file: 'outlook/events.html',
    entry: './addin/outlook/sending/events.ts',
    title: 'Kundencockpit',
    usesOffice: true,
  },
  { file: 'teams/tab.html', entry: './teams-app/tab/tab.tsx', title: 'Kundencockpit' },
  { file: 'auth-redirect.html', entry: './addin/host/auth-redirect.ts', title: 'Anmeldung' },
  { file: 'index.html', entry: './demo/landing/main.tsx', title: 'Kundencockpit – Demo' },
  {
    file: 'demo/outlook/index.html',
    entry: './demo/outlook/main.tsx',
    title: 'Outlook (Demo) – Kundencockpit',
  },
  { file: 'demo/teams/index.html', entry: './demo/teams/main.tsx', title: 'Teams (Demo) – Kundencockpit' },
].filter((page) => existsSync(resolve(root, page.entry)));

const sending = 'outlook-events';
const nameOf = (page) => page.file.replace(/\.html$/, '').replaceAll('/', '-');

const htmlPages = pages.map(
  (page) =>
    new HtmlPlugin({
      filename: `pages/${page.file}`,
      chunks: [nameOf(page)],
      templateContent: shellOf(page),
      inject: false,
      hash: page.entry.includes('/sending/'), // its name stays, so its address must change
      scriptLoading: 'defer',
      favicon: './build/icon.svg',
      minify: false,
    }),
);

const compressed = (quality) => [
  new CompressionPlugin({ algorithm: 'gzip', test: /\.(js|css|svg)$/, minRatio: 1 }),
  new CompressionPlugin({
    algorithm: 'brotliCompress',
    filename: '[path][base].br',
    test: /\.(js|css|svg)$/,
    compressionOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
    minRatio: 1,
  }),
];

/** Terser packs tighter and is slow; esbuild is for every build that is not shipped. */
const minimizerOf = (isRelease) =>
  isRelease
    ? new TerserPlugin({ extractComments: false, terserOptions: { ecma: 2022, module: true } })
    : new esbuildLoader.EsbuildPlugin({ target, legalComments: 'none' });

/** `NODE_ENV=production` makes the release; `--env out=FOLDER` builds elsewhere than dist. */
export default function config(env = {}) {
  const isRelease = process.env.NODE_ENV === 'production';
  const isWatching = env.WEBPACK_WATCH === true;
  return {
    context: root,
    mode: isWatching ? 'development' : 'production',
    devtool: isWatching ? 'inline-source-map' : false,
    entry: Object.fromEntries(pages.map((page) => [nameOf(page), page.entry])),
    output: {
      path: resolve(root, env.out ?? 'dist'),
      publicPath: '/',
      // Classic Outlook on Windows runs the handlers of sending as one script under a name that the manifest knows.
      filename: ({ chunk }) =>
        chunk?.name === sending ? 'assets/outlook-events.js' : 'assets/[name].[contenthash:10].js',
      chunkFilename: 'assets/[name].[contenthash:10].js',
      assetModuleFilename: 'assets/[name].[contenthash:10][ext]',
      clean: { keep: /^server\// }, // the bundled server lies beside the pages (build/start.js)
    },
    resolve: {
      extensions: ['.js', '.mjs'],
      alias: isRelease ? { zod$: resolve(root, 'build/contract-unchecked.js') } : {},
    },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target, jsx: 'automatic' } },
        {
          test: /\.[jt]sx?$/,
          exclude: /react-icons/,
          include: [/@fluentui/, /[\\/](screens|addin|teams-app|demo)[\\/]/],
          enforce: 'pre',
          loader: resolve(root, 'build/icon-loader.js'),
        },
        { test: /\.(svg|png)$/, type: 'asset/resource' },
      ],
    },
    optimization: {
      minimizer: [minimizerOf(isRelease)],
      splitChunks: {
        chunks: (chunk) => chunk.name !== sending,
        maxInitialRequests: 6,
        minSize: 15_000,
      },
      runtimeChunk: false,
    },
    cache: {
      type: 'filesystem',
      cacheDirectory: resolve(root, '.cache/webpack'),
      name: `${isRelease ? 'release' : 'fast'}-${isWatching ? 'watch' : 'once'}`,
      buildDependencies: {
        config: [
          fileURLToPath(import.meta.url),
          resolve(root, 'build/html.js'),
          resolve(root, 'build/icon-loader.js'),
        ],
      },
    },
    plugins: [...htmlPages, ...(isWatching ? [] : compressed(isRelease ? 11 : 5))],
    performance: false,
    stats: 'errors-warnings',
  };
}

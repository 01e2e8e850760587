// The real server on a free port, for the bench (`server.ts PAGES_FOLDER [--jobs]`): prints the port when it is ready, ends with its
// parent's pipe.
import type { AddressInfo } from 'node:net';
import { readConfig } from '#api/config.ts';
import { listen } from '#api/listen.ts';
import { createMain } from '#api/main.ts';

const main = await createMain(readConfig(), { pagesFolder: process.argv[2] ?? 'dist' });
const [server] = await listen(main.app, '127.0.0.1', 0);
if (process.argv.includes('--jobs')) main.startJobs();
const { port } = server?.address() as AddressInfo; // listening on TCP, so an address object
console.log(`ready ${port}`);
process.stdin.resume();
process.stdin.on('end', () => void main.close().finally(() => process.exit(0)));

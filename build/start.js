// `npm start`: bundles the server (about half a second) and runs it in this process.
import { fileURLToPath } from 'node:url';
import { bundleServer } from './bundle-server.js';

const out = fileURLToPath(new URL('../dist/server/start.js', import.meta.url));
await bundleServer('api/start.ts', out);
await import(out);

// A bare Express answer of the same size as a cockpit, the floor that no Express server can go below: `bare.ts BODY`, and with
// `bare.ts BODY REQUESTS` the SQL of recorded requests before it, one request after the other.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { readConfig } from '#api/config.ts';
import { openDatabase } from '#api/open-database.ts';
import { replay } from './statements.ts';
import type { Statement } from './statements.ts';

const [, , bodyFile = '', requestsFile] = process.argv;
const body = readFileSync(bodyFile, 'utf8');
const ask = requestsFile === undefined ? null : await openRequests(requestsFile);

const app = express();
app.disable('x-powered-by');
app.get('/', async (_request, response) => {
  await ask?.();
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(body);
});
const server = app.listen(0, '127.0.0.1', () =>
  console.log(`ready ${(server.address() as AddressInfo).port}`),
);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

async function openRequests(file: string): Promise<() => Promise<void>> {
  const requests = JSON.parse(readFileSync(file, 'utf8')) as Statement[][]; // written by this bench
  const db = await openDatabase(readConfig(), pino({ level: 'warn' }));
  let next = 0;
  return () => replay(db, requests[next++ % requests.length] ?? []);
}

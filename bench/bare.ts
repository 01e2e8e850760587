// A bare Express answer of the same size as a cockpit: the floor that no Express server can go below.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';

const body = readFileSync(process.argv[2] ?? '', 'utf8');
const app = express();
app.disable('x-powered-by');
app.get('/', (_request, response) => {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(body);
});
const server = app.listen(0, '127.0.0.1', () =>
  console.log(`ready ${(server.address() as AddressInfo).port}`),
);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

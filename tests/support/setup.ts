// For every test file: console.error fails the test, and nothing leaves this machine.
import net from 'node:net';
import { afterEach, beforeEach, expect } from 'vitest';

let complaints: string[] = [];
const printError = console.error.bind(console);

beforeEach(() => {
  complaints = [];
  console.error = (...words: unknown[]) => {
    complaints.push(words.map(String).join(' '));
    printError(...words);
  };
});

afterEach(() => {
  console.error = printError;
  expect(complaints, 'console.error was called').toEqual([]);
});

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\]|::ffff:127(\.\d+){3})$/;

interface Target {
  readonly host?: string;
  readonly path?: string;
}

/** The one door of every TCP connection in this process: fetch, http, pg and msal all go through it. */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
  const host = hostOf(given);
  if (host !== null && !loopback.test(host)) {
    throw new Error(`A test tried to reach ${host}; only loopback is allowed.`);
  }
  return Reflect.apply(connect, this, given) as net.Socket;
} as typeof connect;

/** Null for a pipe or a Unix socket. `given` is `(options)`, `(port, host)`, `(path)`, or net's own normalised array. */
function hostOf(given: readonly unknown[]): string | null {
  const first: unknown = Array.isArray(given[0]) ? given[0][0] : given[0];
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as Target;
    return path === undefined || path === null ? (host ?? 'localhost') : null;
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return null;
  return typeof given[1] === 'string' ? given[1] : 'localhost';
}

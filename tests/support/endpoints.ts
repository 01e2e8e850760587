// Every endpoint record of the contract, found by looking, so that a forgotten one is noticed.
import { readdirSync } from 'node:fs';
import type { Endpoint } from '#contract/endpoint.ts';

const folder = new URL('../../contract/', import.meta.url);

/** All of them, by name; those that answer a file (not JSON) are served beside the contract and are not here. */
export async function listEndpoints(): Promise<Endpoint[]> {
  const endpoints: Endpoint[] = [];
  for (const file of readdirSync(folder)) {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    endpoints.push(...Object.values(module).filter(isEndpoint));
  }
  return endpoints.sort((one, other) => one.name.localeCompare(other.name));
}

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'reply' in value
  );
}

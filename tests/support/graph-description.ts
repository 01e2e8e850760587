// Microsoft's own description of Graph, read from the reference folder beside the project, as a judge of calls.
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { RecordedCall } from '#demo/graph/graph-stand-in.ts';

const folder = new URL('../../../shared/reference/graph/', import.meta.url);

export const hasGraphDescription = existsSync(folder);

interface Operation {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly $ref?: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>>; readonly $ref?: string }>
  >;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Judge {
  /** What Microsoft's description objects to in this call and its answer; empty when nothing. */
  judge(call: RecordedCall): string[];
}

/** Requests are judged by the strict description (closed objects), answers by the lenient one. */
export function createJudge(): Judge {
  const requests = load('graph-subset.strict.openapi.json');
  const answers = load('graph-subset.openapi.json');
  return {
    judge(call) {
      const { pathname, searchParams } = new URL(call.url, 'http://graph');
      const found = findPath(requests.description, pathname.replace('/v1.0', ''));
      const method = call.method.toLowerCase();
      const operation = found === null ? undefined : requests.description.paths[found]?.[method];
      if (found === null || operation === undefined) return [`${call.method} ${pathname} is not described`];
      const place = `#/paths/${pointer(found)}/${method}`;
      return [
        ...judgeQuery(operation, [...searchParams.keys()]),
        ...judgeBody(requests, operation, { body: call.body, place }),
        ...judgeAnswer(answers, operation, { call, place }),
      ].map((problem) => `${call.method} ${found}: ${problem}`);
    },
  };
}

interface Loaded {
  readonly description: Description;
  validate(reference: string, value: unknown): string[];
}

function load(name: string): Loaded {
  const description = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false });
  formats.default(ajv);
  ajv.addSchema({ ...description, $id: 'https://graph.invalid/' });
  const compiled = new Map<string, ValidateFunction>();
  return {
    description,
    validate(reference, value) {
      const validate = compiled.get(reference) ?? ajv.compile({ $ref: `https://graph.invalid/${reference}` });
      compiled.set(reference, validate);
      return validate(value) ? [] : [ajv.errorsText(validate.errors)];
    },
  };
}

function findPath(description: Description, pathname: string): string | null {
  const fits = Object.keys(description.paths).filter((path) =>
    new RegExp(`^${path.replace(/[.$]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname),
  );
  const variables = (path: string) => path.split('{').length;
  return fits.sort((a, b) => variables(a) - variables(b))[0] ?? null;
}

function judgeQuery(operation: Operation, names: string[]): string[] {
  const known = (operation.parameters ?? []).map((p) => p.name ?? `$${p.$ref?.split('/').at(-1) ?? ''}`);
  return names.filter((name) => !known.includes(name)).map((name) => `query ${name} is not described`);
}

function judgeBody(
  loaded: Loaded,
  operation: Operation,
  { body, place }: { body: unknown; place: string },
): string[] {
  if (operation.requestBody === undefined) return body === undefined ? [] : ['takes no body'];
  return loaded.validate(`${place}/requestBody/content/application~1json/schema`, body);
}

function judgeAnswer(
  loaded: Loaded,
  operation: Operation,
  { call, place }: { call: RecordedCall; place: string },
): string[] {
  if (call.status >= 400) return loaded.validate('#/components/schemas/ODataError', call.answer);
  const answer = operation.responses[String(call.status)];
  if (answer === undefined) return [`status ${call.status} is not described`];
  if (answer.content?.['application/json'] === undefined) return [];
  return loaded.validate(`${place}/responses/${call.status}/content/application~1json/schema`, call.answer);
}

/** A path as one step of a JSON pointer inside a URL fragment. */
function pointer(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}

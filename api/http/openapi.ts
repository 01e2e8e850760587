// GET /api/openapi.json: the description of the API (OpenAPI 3.1), read from the same records as the routes.
import type { Router } from 'express';
import { z } from 'zod';
import { ErrorBody } from '#contract/errors.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Config } from '#api/config.ts';
import { productVersion } from '#api/product-version.ts';
import type { ServedEndpoint } from './serve.ts';

type Json = Record<string, unknown>;

/** Serves the description; built at the first request and kept. */
export function openApiRoute(router: Router, config: Config, served: readonly ServedEndpoint[]): void {
  let text: string | null = null;
  router.get('/api/openapi.json', (_request, response) => {
    text ??= JSON.stringify(describeApi(config.publicUrl, served));
    response.type('application/json').end(text);
  });
}

/** The OpenAPI document of these endpoints. */
export function describeApi(publicUrl: string, served: readonly ServedEndpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const { endpoint, isFile } of served) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeOperation(endpoint, isFile) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kundencockpit',
      version: productVersion,
      description: 'Customers, activities, follow-ups and complaints beside the mail being read.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { ErrorBody: toSchema(ErrorBody, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function describeOperation(endpoint: Endpoint, isFile: boolean): Json {
  const input = toSchema(endpoint.input, 'input');
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH';
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? ''],
    security: endpoint.open ? [] : [{ bearer: [] }],
    parameters: [...parametersOf(input, inPath, hasBody), ...headersOf(endpoint)],
    ...(hasBody ? { requestBody: bodyOf(input, inPath) } : {}),
    responses: {
      200: isFile ? fileReply : describeReply(endpoint),
      default: {
        description: 'An error, with its code.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } },
      },
    },
  };
}

function parametersOf(input: Json, inPath: readonly string[], hasBody: boolean): Json[] {
  const required = requiredOf(input);
  return Object.entries(propertiesOf(input))
    .filter(([name]) => !hasBody || inPath.includes(name))
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || required.includes(name),
      schema,
    }));
}

function bodyOf(input: Json, inPath: readonly string[]): Json {
  const properties = Object.fromEntries(
    Object.entries(propertiesOf(input)).filter(([name]) => !inPath.includes(name)),
  );
  const required = requiredOf(input).filter((name) => !inPath.includes(name));
  const schema = { ...input, properties, required };
  return { required: required.length > 0, content: { 'application/json': { schema } } };
}

function headersOf(endpoint: Endpoint): Json[] {
  const headers: Json[] = [];
  if (endpoint.versioned) {
    const schema = { type: 'string', pattern: '^"[0-9]{1,9}"$' };
    headers.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      schema,
      description: 'The version that is changed, as in ETag.',
    });
  }
  if (endpoint.idempotent) {
    const schema = { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' };
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema,
      description: 'The same key with the same input gets the same answer.',
    });
  }
  return headers;
}

function describeReply(endpoint: Endpoint): Json {
  return {
    description: 'Done.',
    headers: { ETag: { description: 'The version, where the record has one.', schema: { type: 'string' } } },
    content: { 'application/json': { schema: toSchema(endpoint.reply, 'output') } },
  };
}

const fileReply: Json = {
  description: 'The file.',
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

function toSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function propertiesOf(schema: Json): Json {
  return (schema['properties'] ?? {}) as Json; // JSON Schema of an object
}

function requiredOf(schema: Json): string[] {
  return (schema['required'] ?? []) as string[]; // JSON Schema of an object
}

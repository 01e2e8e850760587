// The description of the API: whole, in the form of OpenAPI 3.1, and true to what the server answers.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getCustomer } from '#contract/customer.ts';
import { getMe } from '#contract/user.ts';
import { listEndpoints } from '#tests/support/endpoints.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

/** The objects of the OpenAPI 3.1 specification, as far as we use them; strict, so that a misspelt field is noticed. */
const Schema = z.record(z.string(), z.unknown());
const Media = z.record(z.string().regex(/^\w+\/[\w.+-]+$/), z.strictObject({ schema: Schema }));
const Parameter = z
  .strictObject({
    name: z.string().min(1),
    in: z.enum(['path', 'query', 'header']),
    required: z.boolean(),
    schema: Schema,
    description: z.string().optional(),
  })
  .refine((parameter) => parameter.in !== 'path' || parameter.required);
const Answer = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), z.strictObject({ description: z.string(), schema: Schema })).optional(),
  content: Media,
});
const Operation = z.strictObject({
  operationId: z.string().regex(/^\w+$/),
  summary: z.string().min(1),
  tags: z.array(z.string().min(1)),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(Parameter),
  requestBody: z.strictObject({ required: z.boolean(), content: Media }).optional(),
  responses: z.record(z.string().regex(/^([1-5]\d\d|default)$/), Answer),
});
const Document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'patch', 'delete']), Operation),
  ),
  components: z.strictObject({
    schemas: z.record(z.string(), Schema),
    securitySchemes: z.record(
      z.string(),
      z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), bearerFormat: z.string() }),
    ),
  }),
});

describe('GET /api/openapi.json', () => {
  let world: World;
  let document: z.infer<typeof Document>;
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    validateFormats: true,
  });
  addFormats.default(ajv);
  ajv.addVocabulary(['components']);
  beforeAll(async () => {
    world = await createWorld({ database: 'pglite' });
    document = Document.parse(await (await fetch(`${world.url}/api/openapi.json`)).json());
    ajv.addSchema({ $id: '/', components: document.components });
  });
  afterAll(() => world.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
  const find = (name: string) =>
    operations().find(({ operation }) => operation.operationId === name)?.operation;

  test('describes every endpoint of the contract once', async () => {
    const described = operations().map(({ operation }) => operation.operationId);
    const inContract = (await listEndpoints()).map((endpoint) => endpoint.name);

    expect(described.sort()).toEqual(inContract.sort());
  });

  test('declares every parameter of every path', () => {
    for (const { path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(
        declared.map((parameter) => parameter.name),
        path,
      ).toEqual(inPath);
    }
  });

  test('holds only schemas that a validator understands', () => {
    for (const { operation } of operations()) {
      const media = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
        Object.values(part?.content ?? {}),
      );
      const schemas = [...media, ...operation.parameters].map((part) => part.schema);
      for (const schema of schemas) {
        const resolved: object = JSON.parse(
          JSON.stringify(schema).replaceAll('"#/components', '"/#/components'),
        );
        expect(() => ajv.compile(resolved), operation.operationId).not.toThrow();
      }
    }
  });

  test('names the headers of versions and keys where they count', () => {
    const headersOf = (name: string) =>
      find(name)
        ?.parameters.filter((parameter) => parameter.in === 'header')
        .map((parameter) => `${parameter.name} ${parameter.required}`);

    expect(headersOf('updateCustomer')).toEqual(['If-Match true']);
    expect(headersOf('createCustomer')).toEqual(['Idempotency-Key false']);
    expect(headersOf('getCustomer')).toEqual([]);
  });

  test('asks for a sign-in but where there is none', () => {
    expect(find('getMe')?.security).toEqual([{ bearer: [] }]);
    expect(find('getClientConfig')?.security).toEqual([]);
  });

  test('is true: answers and errors fit what it says', async () => {
    const fits = (name: string, status: string, body: unknown) => {
      const schema = find(name)?.responses[status]?.content['application/json']?.schema ?? false;
      const resolved: object = JSON.parse(
        JSON.stringify(schema).replaceAll('"#/components', '"/#/components'),
      );
      const validate = ajv.compile(resolved);
      return validate(body) ? [] : validate.errors;
    };
    const { id } = await world.given.customer({ domains: ['x.test'] });

    const me = await world.call('anna', getMe, {});
    const customer = await world.call('anna', getCustomer, { id });
    const none = await world.call('ben', getCustomer, { id });

    expect(fits('getMe', '200', me.body)).toEqual([]);
    expect(fits('getCustomer', '200', customer.body)).toEqual([]);
    expect(fits('getCustomer', 'default', none.body)).toEqual([]);
  });
});

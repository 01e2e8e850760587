// The record from which the client's call, the server's route and the OpenAPI description are read.
import { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One endpoint. Path parameters (`:id`) are fields of `input`; the rest is query (GET, DELETE) or JSON body. */
export interface Endpoint<I extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly input: I;
  readonly reply: R;
  /** The record carries a version: callers send `If-Match: "<version>"` and get 428 without, 412 when stale. */
  readonly versioned?: true;
  /** Callers may send `Idempotency-Key`; the same key with the same input gets the same answer. */
  readonly idempotent?: true;
  /** Answers without a sign-in. */
  readonly open?: true;
}

/** Declares an endpoint; the identity function, so that the schemas' types are kept. */
export function endpoint<I extends z.ZodType, R extends z.ZodType>(record: Endpoint<I, R>): Endpoint<I, R> {
  return record;
}

/** What a caller hands in (before defaults are filled). */
export type Input<E extends Endpoint> = z.input<E['input']>;
/** What the use-case receives (after parsing). */
export type Parsed<E extends Endpoint> = z.output<E['input']>;
export type Reply<E extends Endpoint> = z.output<E['reply']>;

/** The empty input of endpoints that take none. */
export const Nothing = z.strictObject({});

/** A UUID in any version; ids are UUIDv7 made by the server. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A point in time, ISO 8601 with offset or Z. */
export const Timestamp = z.iso.datetime({ offset: true });
/** A calendar day, `2026-09-03`. */
export const Day = z.iso.date();
/** Whole euro cents; may be negative for credits. */
export const Cents = z.int();
/** A page is asked for by the cursor of the previous one. */
export const pageInput = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
};
/** Replies of lists: the items, and the cursor of the next page or null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

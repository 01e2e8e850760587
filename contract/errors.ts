// Every error code a caller can meet, and the one body errors have. Statuses: api/errors.ts. Sentences: screens/messages.
import { z } from 'zod';

export const errorCodes = [
  'invalid_input',
  'malformed_json',
  'not_signed_in',
  'token_expired',
  'no_role',
  'forbidden',
  'not_found',
  'stale_version',
  'version_required',
  'idempotency_mismatch',
  'idempotency_running',
  'transition_not_allowed',
  'already_decided',
  'duplicate',
  'in_use',
  'never_log',
  'too_large',
  'too_many_requests',
  'unsupported_media_type',
  'method_not_allowed',
  'outside_unavailable',
  'consent_required',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** `fields` names each refused input field with a machine word; `current` is the row as it is now (412, 409). */
export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    requestId: z.string(),
    retry: z.boolean(),
    fields: z.array(z.object({ path: z.string(), problem: z.string() })).optional(),
    current: z.unknown().optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

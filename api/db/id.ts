// Ids are made here, not by the database: UUIDv7, so that they sort by the time they were made.
import { v7 } from 'uuid';

/** A new UUIDv7 (RFC 9562). */
export function newId(): string {
  return v7();
}

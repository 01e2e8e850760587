// What the rules of a territory have to be: readable prefixes, and nothing that another territory has already. Pure.
import { AppError } from '#api/errors.ts';
import { readPrefixes } from '#api/customers/territory.ts';

export interface RulesRow {
  readonly id: string;
  readonly name: string;
  readonly postcode_prefixes: readonly string[];
  readonly sectors: readonly string[];
}

/** Ranges spread out, each prefix once and in order; throws invalid_input for what cannot be read. */
export function cleanPrefixes(texts: readonly string[]): string[] {
  const prefixes = texts.flatMap((text, at) => {
    const read = readPrefixes(text);
    if (read !== null) return read;
    throw new AppError('invalid_input', {
      fields: [{ path: `postcodePrefixes.${at}`, problem: 'wrong_format' }],
    });
  });
  return [...new Set(prefixes)].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * A longer prefix takes its postcodes out of a shorter one of another territory; two equal ones would leave open who
 * looks after whom, and so would a sector in two territories. Throws invalid_input (`taken`) with the other territory.
 */
export function refuseOverlap(
  own: { id: string | null; postcode_prefixes: readonly string[]; sectors: readonly string[] },
  territories: readonly RulesRow[],
): void {
  for (const other of territories.filter((one) => one.id !== own.id)) {
    const prefix = own.postcode_prefixes.find((one) => other.postcode_prefixes.includes(one));
    const sector = own.sectors.find((one) => other.sectors.includes(one));
    const taken = prefix ?? sector;
    if (taken === undefined) continue;
    throw new AppError('invalid_input', {
      fields: [{ path: prefix === undefined ? 'sectors' : 'postcodePrefixes', problem: 'taken' }],
      current: { id: other.id, name: other.name, value: taken },
    });
  }
}

// A seeded source of inputs that a caller could send: as the description allows, changed in places, or plainly hostile.
type Json = Record<string, unknown>;

export interface Dice {
  /** A number from 0 up to, not including, `n`. */
  below(n: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: the same seed throws the same dice on every machine. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

const long = 60_000;

/** Texts that have broken something somewhere. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '\t\r\n',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff\ud800y',
  '\uFEFFBOM',
  '👩‍👩‍👧‍👦 Straße ẞ ﬁ İ ı',
  '\u202Eabc\u202C',
  "'; drop table customer; --",
  "' or '1'='1",
  '$1 $2 ${x} {{x}} %s %n',
  '%_\\%',
  '\\',
  '"',
  '(((((',
  '[a-z]{1,99999}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  'C:\\nul',
  'javascript:alert(1)',
  'http://[::1',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e400',
  '9007199254740993',
  '99999999999999999999999',
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  '0000-01-01',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31',
  '9999-12-31T23:59:59.999999999Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2026-09-03T24:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'a@b',
  '@',
  'ä.ö@ü.test',
  `${'a'.repeat(64)}@${'b'.repeat(63)}.test`,
  '"a b"@x.test',
  '+49 711 (0) 555-01/42',
  '0'.repeat(50),
  'A'.repeat(long),
  ' '.repeat(long),
  '\n'.repeat(long),
  '> '.repeat(long / 2),
  'Von: a@b.test\n'.repeat(long / 20),
  '-- \n'.repeat(long / 10),
  'RK-26-'.repeat(long / 10),
  '0711 '.repeat(long / 10),
  'ä'.repeat(long),
  'a@b.test '.repeat(long / 10),
];

const nastyNumbers: readonly number[] = [
  -1,
  0,
  1,
  0.5,
  -0.0,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 31 - 1,
  2 ** 53,
  2 ** 63,
  1e21,
];

function deep(levels: number): unknown {
  let value: unknown = 'unten';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Anything at all. */
export function nastyValue(dice: Dice): unknown {
  return dice.pick<() => unknown>([
    () => dice.pick(nastyTexts),
    () => dice.pick(nastyTexts),
    () => dice.pick(nastyNumbers),
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => [null, 1, 'x', []],
    () => deep(50),
    () => ({ ['__proto__']: { isAdmin: true }, constructor: { prototype: {} }, length: -1 }),
    () => Array.from({ length: 2_000 }, (_, index) => index),
    () => ({ toString: 'x', valueOf: 1, then: 'x' }),
  ])();
}

/** A value for a JSON Schema; `ids` are such that lead somewhere. */
export function fitting(schema: Json, dice: Dice, ids: readonly string[]): unknown {
  if (Array.isArray(schema['anyOf'])) return fitting(dice.pick(schema['anyOf'] as Json[]), dice, ids);
  if (Array.isArray(schema['enum'])) return dice.pick(schema['enum']);
  if ('const' in schema) return schema['const'];
  switch (schema['type']) {
    case 'object':
      return fittingObject(schema, dice, ids);
    case 'array':
      return Array.from({ length: dice.below(3) }, () => fitting((schema['items'] ?? {}) as Json, dice, ids));
    case 'integer':
    case 'number':
      return dice.pick([1, 2, 25, 50, 100, 4_200]);
    case 'boolean':
      return dice.chance(0.5);
    case 'null':
      return null;
    default:
      return fittingText(schema, dice, ids);
  }
}

function fittingObject(schema: Json, dice: Dice, ids: readonly string[]): Json {
  const required = (schema['required'] ?? []) as string[]; // JSON Schema of an object
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
  return Object.fromEntries(
    properties
      .filter(([name]) => required.includes(name) || dice.chance(0.5))
      .map(([name, inner]) => [name, fitting(inner, dice, ids)]),
  );
}

const calm: readonly string[] = [
  'Hollerbach',
  'Müller & Söhne',
  'AU-26-0907',
  'Rückruf',
  '71229',
  'x',
  'anna@x.test',
];

function fittingText(schema: Json, dice: Dice, ids: readonly string[]): string {
  switch (schema['format']) {
    case 'uuid':
      return dice.pick(ids);
    case 'date':
      return dice.pick(['2026-09-03', '1999-12-31', '9999-12-31', '0001-01-01']);
    case 'date-time':
      return dice.pick([
        '2026-09-03T10:00:00+02:00',
        '2026-09-03T10:00:00.123456Z',
        '0001-01-01T00:00:00Z',
        '9999-12-31T23:59:59Z',
      ]);
    case 'email':
      return dice.pick(['neu@muster.test', 's.tietz@hollerbach-metallbau.test', 'x@gmail.com']);
    case 'uri':
      return dice.pick([
        'https://outlook.office.com/mail/1',
        'javascript:alert(1)',
        'ftp://x.test',
        'http://localhost:1/',
      ]);
    default:
      return dice.chance(0.3) ? dice.pick(nastyTexts) : dice.pick(calm);
  }
}

const strangeNames = ['unbekannt', 'constructor', 'organizationId', 'role'];

/** The same with one to three places changed: another value, a missing field, one too many. */
export function changed(value: Json, dice: Dice): Json {
  const copy = structuredClone(value);
  const spots = listSpots(copy);
  for (let times = 1 + dice.below(3); times > 0; times -= 1) {
    const { holder, key } = spots.length === 0 ? { holder: copy, key: 'zuviel' } : dice.pick(spots);
    const kind = dice.below(10);
    if (kind === 0) Reflect.deleteProperty(holder, key);
    else if (kind === 1) Reflect.set(holder, dice.pick(strangeNames), nastyValue(dice));
    else if (kind < 4) Reflect.set(holder, key, nastyValue(dice));
    else Reflect.set(holder, key, likewise(Reflect.get(holder, key), dice));
  }
  return copy;
}

/** Nasty, but of the same type, so that it gets further. */
function likewise(value: unknown, dice: Dice): unknown {
  if (typeof value === 'string') return dice.pick(nastyTexts);
  if (typeof value === 'number') return dice.pick(nastyNumbers);
  return Array.isArray(value)
    ? Array.from({ length: dice.below(60) }, (): unknown => value[0])
    : nastyValue(dice);
}

interface Spot {
  readonly holder: object;
  readonly key: string;
}

function listSpots(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...listSpots(inner)]);
}

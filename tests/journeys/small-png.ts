// Writes a screenshot as small as a PNG gets without losing what one sees: one byte per pixel, its colours in a table.
import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

const mostColours = 256;

/** The same picture with at most 256 colours, the rarest of them drawn by their nearest. */
export function smallPng(picture: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(picture);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = data.readUIntBE(at * 4, 3);
  const table = coloursOf(pixels);
  const indexes = indexBy(pixels, table);
  const rows = Buffer.alloc(height * (width + 1)); // each row begins with 0: no filter
  for (let y = 0; y < height; y += 1) {
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const colours = Buffer.alloc(table.length * 3);
  table.forEach((colour, at) => colours.writeUIntBE(colour, at * 3, 3));
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    begin,
    part('IHDR', head),
    part('PLTE', colours),
    part('IDAT', body),
    part('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, none so near to one before it that nobody could tell them apart while there is no room. */
function coloursOf(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const frequent = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  if (frequent.length <= mostColours) return frequent;
  const chosen: number[] = [];
  for (const colour of frequent) {
    if (chosen.length === mostColours) break;
    // Surfaces first, whatever they are like; then shades of letters.
    if (chosen.length < 64 || chosen.every((one) => distance(one, colour) > 60)) chosen.push(colour);
  }
  return chosen;
}

function indexBy(pixels: Uint32Array, table: number[]): Uint8Array {
  const known = new Map(table.map((colour, at) => [colour, at]));
  return Uint8Array.from(pixels, (colour) => {
    const found = known.get(colour) ?? nearest(colour, table);
    known.set(colour, found);
    return found;
  });
}

function nearest(colour: number, table: number[]): number {
  let best = 0;
  for (let at = 1; at < table.length; at += 1) {
    if (distance(table[at] ?? 0, colour) < distance(table[best] ?? 0, colour)) best = at;
  }
  return best;
}

function distance(one: number, other: number): number {
  const part = (shift: number) => ((one >> shift) & 255) - ((other >> shift) & 255);
  return part(16) ** 2 + part(8) ** 2 + part(0) ** 2;
}

function part(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

// Finds out how a text file is encoded by reading all of it once, and turns its bytes into text piece by piece.
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { Encoding } from './source.ts';
import { SourceError } from './source.ts';

const sampleBytes = 65_536;

/** The encoding of a file: by its byte order mark, by its zeros, by being valid UTF-8 to the end, else Windows-1252. */
export async function findEncoding(path: string): Promise<Encoding> {
  let carry = Buffer.alloc(0);
  let isFirst = true;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([carry, piece as Buffer]); // a stream without encoding gives buffers
    if (isFirst) {
      const told = byMark(bytes) ?? byZeros(bytes.subarray(0, sampleBytes));
      if (told !== null) return told;
      isFirst = false;
    }
    const cut = lastWholeCharacter(bytes);
    if (!isUtf8(bytes.subarray(0, cut))) return 'windows-1252';
    carry = Buffer.from(bytes.subarray(cut));
  }
  return carry.length === 0 ? 'utf-8' : 'windows-1252';
}

function byMark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** Western text in UTF-16 has a zero in nearly every second byte; a few stray zeros are dirt in another encoding. */
function byZeros(sample: Buffer): Encoding | null {
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (half < 2) return null;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : null;
}

/** The length without a character that the end of the piece cuts in two. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The file's text in pieces, without its byte order mark; throws SourceError when it is not in this encoding. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  // only UTF-8 can be wrong: in the others every byte means something
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) {
      yield decoder.decode(piece as Buffer, { stream: true }); // a stream without encoding gives buffers
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new SourceError('not_utf8');
    throw error;
  }
}

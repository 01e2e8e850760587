// Credentials at rest: AES-256-GCM under the key of the settings, bound to the source they belong to.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** `sourceId` is sealed in, so that a secret copied to another source does not open. */
export function sealSecret(key: Buffer, sourceId: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(sourceId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Null when the key is another one than it was sealed with, or something was changed. */
export function openSecret(key: Buffer, sourceId: string, sealed: string): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(sourceId)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

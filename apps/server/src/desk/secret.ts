import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The secret of an invitation link: 192 random bits, of which only the hash is kept. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** SHA-256 in hexadecimal; a secret of 192 random bits needs no slower one. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function isSecretOf(hash: string, secret: string): boolean {
  const [kept, given] = [Buffer.from(hash, 'hex'), Buffer.from(hashOf(secret), 'hex')];
  return kept.length === given.length && timingSafeEqual(kept, given);
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Peppers } from './peppers.ts';

const algorithm = 'aes-256-gcm';

/**
 * Encrypts a secret that the server must use later, under a key derived from the newest pepper: a copy of the database alone
 * is useless. It opens only for the owner (an id) for whom it was sealed.
 */
export function seal(peppers: Peppers, owner: string, secret: string): string {
  const version = peppers.current;
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyOf(peppers, version), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [version, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/** Decrypts a sealed secret; throws when it belongs to another owner, was modified, or its pepper is gone. */
export function unseal(peppers: Peppers, owner: string, text: string): string {
  const [version, ...parts] = text.split('.');
  const [iv, tag, sealed] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (!iv || !tag || !sealed) throw new Error('This is no sealed secret.');
  const decipher = createDecipheriv(algorithm, keyOf(peppers, Number(version)), iv);
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
}

/** Whether the pepper under which it was sealed is available. */
export function canUnseal({ byVersion }: Peppers, text: string): boolean {
  return byVersion.has(versionOf(text));
}

/** The version of the pepper under which it was sealed. */
export function versionOf(sealed: string): number {
  return Number(sealed.split('.')[0]);
}

function keyOf({ byVersion }: Peppers, version: number): Buffer {
  const pepper = byVersion.get(version);
  if (!pepper) throw new Error(`There is no pepper of version ${version}.`);
  return Buffer.from(hkdfSync('sha256', pepper, '', 'cais sealed secret', 32));
}

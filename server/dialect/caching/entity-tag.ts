import { createHash, hash } from 'node:crypto';
import type { Answer } from '../../answers/answer.ts';

/** The strong entity tag (RFC 9110, 8.8.3) of a response, from its body, media type and headers. */
export function entityTagOf({ mediaType = '', headers = {}, body, text }: Answer): string {
  const head = `${mediaType}\n${JSON.stringify(headers)}\n`;
  const digest = Buffer.isBuffer(body)
    ? createHash('sha256').update(head).update(body).digest('base64url')
    : hash('sha256', head + (text ?? (typeof body === 'string' ? body : JSON.stringify(body ?? null))), 'base64url');
  return `"${digest.slice(0, 27)}"`;
}

/** The entity tags of `If-Match` or `If-None-Match`; the list is only `*` if it means any. */
function readEntityTags(header: string): string[] {
  return header.trim() === '*' ? ['*'] : (header.match(/(W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []);
}

/** Whether `If-None-Match` contains a tag, weak or not (weak comparison; RFC 9110, 8.8.3.2). */
export function matchesWeakly(header: string, tag: string): boolean {
  return readEntityTags(header).some((candidate) => candidate === '*' || candidate.replace(/^W\//, '') === tag);
}

/** Whether `If-Match` contains one of a resource's tags; a weak one never matches (strong comparison). */
export function matchesStrongly(header: string, tags: string[]): boolean {
  return readEntityTags(header).some((candidate) => candidate === '*' || tags.includes(candidate));
}

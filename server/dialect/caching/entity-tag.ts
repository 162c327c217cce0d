import { createHash, hash } from 'node:crypto';
import type { Answer } from '../../answers/answer.ts';

/** The strong entity tag (RFC 9110, 8.8.3) of an answer: of its body, its media type, and what its headers tell of the page. */
export function entityTagOf({ mediaType = '', headers = {}, body, text }: Answer): string {
  const head = `${mediaType}\n${JSON.stringify(headers)}\n`;
  const digest = Buffer.isBuffer(body)
    ? createHash('sha256').update(head).update(body).digest('base64url')
    : hash('sha256', head + (text ?? (typeof body === 'string' ? body : JSON.stringify(body ?? null))), 'base64url');
  return `"${digest.slice(0, 27)}"`;
}

/** The entity tags of `If-Match` or `If-None-Match`; `*` is the list's only member where it stands for any. */
function readEntityTags(header: string): string[] {
  return header.trim() === '*' ? ['*'] : (header.match(/(W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []);
}

/** Whether `If-None-Match` names a tag, weak or not (RFC 9110, 8.8.3.2: weak comparison). */
export function matchesWeakly(header: string, tag: string): boolean {
  return readEntityTags(header).some((candidate) => candidate === '*' || candidate.replace(/^W\//, '') === tag);
}

/** Whether `If-Match` names one of the tags that a resource has; a weak one never matches (strong comparison). */
export function matchesStrongly(header: string, tags: string[]): boolean {
  return readEntityTags(header).some((candidate) => candidate === '*' || tags.includes(candidate));
}

import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { findByPointer } from '../../openapi/resolve.ts';
import { collectReferences } from './collect-references.ts';

/** What is known of a document's references, by reference. */
const answersOf = memoize((_: OpenApiDocument) => new Map<string, boolean>());

/** Whether requests and responses have different properties: whether any `readOnly` or `writeOnly` can be reached. */
export function differsByDirection(document: OpenApiDocument, reference: string): boolean {
  const answers = answersOf(document);
  const answer = answers.get(reference) ?? reachesMark(document, reference);
  answers.set(reference, answer);
  return answer;
}

function reachesMark(document: OpenApiDocument, start: string): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    let isMarked = false;
    const references = collectReferences(findByPointer(document, next), ({ readOnly, writeOnly }) => {
      isMarked ||= readOnly === true || writeOnly === true;
    });
    if (isMarked) return true;
    open.push(...references);
  }
  return false;
}

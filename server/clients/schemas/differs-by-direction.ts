import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { findByPointer } from '../../openapi/resolve.ts';
import { collectReferences } from './collect-references.ts';

/** What a referenced schema says itself: its own references, and whether a property in it is of one direction. */
interface Own {
  references: string[];
  isMarked: boolean;
}

/** What is known of a document's references. Documents have thousands, and each is asked for many times. */
const knownOf = memoize((_: OpenApiDocument) => ({ own: new Map<string, Own>(), answers: new Map<string, boolean>() }));

/** Whether requests and responses have different properties: whether any `readOnly` or `writeOnly` can be reached. */
export function differsByDirection(document: OpenApiDocument, reference: string): boolean {
  const { own, answers } = knownOf(document);
  const answer = answers.get(reference) ?? reachesMark(reference, (next) => own.get(next) ?? read(document, own, next));
  answers.set(reference, answer);
  return answer;
}

function reachesMark(start: string, ownOf: (reference: string) => Own): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { isMarked, references } = ownOf(next);
    if (isMarked) return true;
    open.push(...references);
  }
  return false;
}

function read(document: OpenApiDocument, known: Map<string, Own>, reference: string): Own {
  let isMarked = false;
  const references = collectReferences(findByPointer(document, reference), ({ readOnly, writeOnly }) => {
    isMarked ||= readOnly === true || writeOnly === true;
  });
  const own = { references: [...new Set(references)], isMarked };
  known.set(reference, own);
  return own;
}

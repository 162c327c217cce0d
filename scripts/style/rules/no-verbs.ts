import { pointerOf } from '../../../server/openapi/faults.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import { findOperation, isCollection, isParameter, pathsOf, segmentsOf } from '../collections.ts';
import type { StyleRule } from '../style-rule.ts';
import { findVerb } from '../words.ts';

/** Methods are the verbs. What is none of them is an action at the end of a path: `POST /emails/enviar`. */
export const noVerbs: StyleRule = {
  name: 'no-verbs',
  asks: 'No verbs in the URLs of collections and records; an action stands last in its path, and is sent, never read.',
  check: (api) =>
    pathsOf(api).flatMap((path) => {
      const segments = segmentsOf(path);
      return segments
        .filter((segment, index) => {
          const isLast = index === segments.length - 1;
          return !isParameter(segment) && findVerb(segment) && !(isLast && isAction(api, path));
        })
        .map((segment) => ({
          subject: path,
          pointer: pointerOf(['paths', path]),
          message: `The path ${path} has the verb "${findVerb(segment)}" in it.`,
          mend: 'Name the thing, and let the method say what is done with it; or make an action of it, sent by POST or PUT to the end of the path of what it acts on.',
        }));
    }),
};

function isAction(api: ApiDocument, path: string): boolean {
  const isRead = ['get', 'head', 'delete'].some((method) => findOperation(api, method, path));
  return segmentsOf(path).length > 1 && !isRead && !isCollection(api, path);
}

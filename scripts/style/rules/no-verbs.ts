import { pointerOf } from '../../../server/openapi/faults.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import { findOperation, isCollection, isParameter, pathsOf, segmentsOf } from '../collections.ts';
import type { StyleRule } from '../style-rule.ts';
import { findVerb } from '../words.ts';

/** Methods are the verbs. Anything else is an action at the end of a path: `POST /emails/enviar`. */
export const noVerbs: StyleRule = {
  name: 'no-verbs',
  requirement: 'No verbs in the URLs of collections and records; an action comes last in its path, and has no GET.',
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
          message: `The path ${path} contains the verb "${findVerb(segment)}".`,
          remedy:
            'Name the resource and use the HTTP method as the verb, or make it an action: POST or PUT to the path of its target plus the verb.',
        }));
    }),
};

function isAction(api: ApiDocument, path: string): boolean {
  const isRead = ['get', 'head', 'delete'].some((method) => findOperation(api, method, path));
  return segmentsOf(path).length > 1 && !isRead && !isCollection(api, path);
}

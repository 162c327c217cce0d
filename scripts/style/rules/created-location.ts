import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import { shapeOf } from '../../../server/openapi/schema-shape.ts';
import { findOperation, findShownSchema, isCollection, isParameter, pathsOf, segmentsOf } from '../collections.ts';
import { declaresHeader } from '../list-responses.ts';
import type { StyleRule } from '../style-rule.ts';

/** A creation returns 201 with the location of the new record (RFC 9110, 15.3.2), or 202 if it continues asynchronously. */
export const createdLocation: StyleRule = {
  name: 'created-location',
  requirement: 'A POST that creates a record returns 201 with a Location header.',
  check: (api) =>
    api.operations.flatMap((operation) => {
      const { method, path, pointer, responses } = operation;
      if (method !== 'post') return [];
      const place = { subject: `POST ${path}`, pointer };
      const created = responses['201'];
      if (created && !declaresHeader(created, 'Location')) {
        const message = `POST ${path} returns 201 without a Location header.`;
        return [{ ...place, message, remedy: 'Declare the Location header: the path of the new record.' }];
      }
      const makes = createsRecord(api, operation) || answersNewRecord(api, operation);
      if (created || responses['202'] || !makes) return [];
      const message = `POST ${path} creates a record but does not return 201.`;
      return [
        { ...place, message, remedy: 'Return 201 with Location, or 202 if the creation continues asynchronously.' },
      ];
    }),
};

/** An action on a collection that returns one of its records has made it: `POST /emails/enviar`. */
function answersNewRecord(api: ApiDocument, operation: Operation): boolean {
  const { document } = api;
  const above = operation.path.slice(0, operation.path.lastIndexOf('/'));
  const answered = shapeOf(document, findShownSchema(operation)).ref;
  if (answered === undefined || !isCollection(api, above)) return false;
  const list = shapeOf(document, findShownSchema(findOperation(api, 'get', above)));
  const lists = [list, ...Object.values(list.properties).map((property) => shapeOf(document, property))];
  return lists.some(({ items }) => items && shapeOf(document, items).ref === answered);
}

function createsRecord(api: ApiDocument, { path }: Operation): boolean {
  const depth = segmentsOf(path).length;
  return pathsOf(api).some(
    (other) =>
      other.startsWith(`${path}/`) && segmentsOf(other).length === depth + 1 && isParameter(segmentsOf(other)[depth]),
  );
}

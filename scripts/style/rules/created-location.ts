import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import { isParameter, pathsOf, segmentsOf } from '../collections.ts';
import { declaresHeader } from '../list-responses.ts';
import type { StyleRule } from '../style-rule.ts';

/** Who has created something is told so, and where it is (RFC 9110, 15.3.2); what is still being done answers 202. */
export const createdLocation: StyleRule = {
  name: 'created-location',
  asks: 'POST that creates answers 201 with a Location header.',
  check: (api) =>
    api.operations.flatMap((operation) => {
      const { method, path, pointer, responses } = operation;
      if (method !== 'post') return [];
      const place = { subject: `POST ${path}`, pointer };
      const created = responses['201'];
      if (created && !declaresHeader(created, 'Location')) {
        const message = `POST ${path} answers 201 without a Location header.`;
        return [{ ...place, message, mend: 'Declare Location: the path of what was created.' }];
      }
      if (created || responses['202'] || !createsRecord(api, operation)) return [];
      const message = `POST ${path} creates a record and does not answer 201.`;
      return [{ ...place, message, mend: 'Answer 201 with Location, or 202 where the creation goes on afterwards.' }];
    }),
};

function createsRecord(api: ApiDocument, { path }: Operation): boolean {
  const depth = segmentsOf(path).length;
  return pathsOf(api).some(
    (other) =>
      other.startsWith(`${path}/`) && segmentsOf(other).length === depth + 1 && isParameter(segmentsOf(other)[depth]),
  );
}

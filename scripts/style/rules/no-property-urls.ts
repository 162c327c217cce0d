import { pointerOf } from '../../../server/openapi/faults.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import { shapeOf } from '../../../server/openapi/schema-shape.ts';
import { findOperation, findShownSchema, isCollection, isParameter, pathsOf, segmentsOf } from '../collections.ts';
import type { StyleRule } from '../style-rule.ts';

/** `/anexos/10/descricao` must not exist: GET of the record returns the property, PATCH changes it. */
export const noPropertyUrls: StyleRule = {
  name: 'no-property-urls',
  requirement: 'No URL points at a single property of a record.',
  check: (api) =>
    pathsOf(api)
      .filter((path) => isProperty(api, path))
      .map((path) => ({
        subject: path,
        pointer: pointerOf(['paths', path]),
        message: `The path ${path} points at a single property of ${aboveOf(path)}.`,
        remedy: 'Remove the path: GET of the record returns the property, and PATCH changes it.',
      })),
};

function isProperty(api: ApiDocument, path: string): boolean {
  const name = segmentsOf(path).at(-1) ?? '';
  if (isParameter(name) || isCollection(api, path)) return false;
  const { document } = api;
  const property = shapeOf(document, findShownSchema(findOperation(api, 'get', aboveOf(path)))).properties[name];
  const shown = shapeOf(document, findShownSchema(findOperation(api, 'get', path)));
  return isScalar(property && shapeOf(document, property).types) || isScalar(shown.types);
}

function isScalar(types: Set<string> | undefined): boolean {
  return types !== undefined && types.size > 0 && !types.has('object') && !types.has('array');
}

function aboveOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

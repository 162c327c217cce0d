import type { OpenApiDocument } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { ResourcePaths } from './find-resources.ts';
import { nameOf, parentPath, placeOf } from './path-segments.ts';
import { verbOf } from './rpc-calls.ts';
import { sharesStore } from './why-resource.ts';

/**
 * Lists that a word says are lists, `/catalog/list`, show the records that are created and read beside them, at `/catalog/object/{id}`, if
 * these alone have their schema.
 */
export function joinLists(document: OpenApiDocument, found: Map<string, ResourcePaths>): void {
  const all = [...new Set(found.values())];
  for (const [place, paths] of found) {
    if (paths.item !== undefined || verbOf(nameOf(paths.collection)) !== 'list') continue;
    const { ref } = shapeOf(document, paths.resource.schema);
    const above = `${placeOf(parentPath(paths.collection))}/`;
    const beside = all.filter(
      ({ item, resource }) =>
        item !== undefined &&
        parentPath(parentPath(item)) === parentPath(paths.collection) &&
        placeOf(item).startsWith(above) &&
        shapeOf(document, resource.schema).ref === ref,
    );
    const [one] = beside;
    if (ref === undefined || !one || beside.length !== 1) continue;
    found.set(place, { ...paths, resource: one.resource, why: [...paths.why, sharesStore(one.resource.store)] });
  }
}

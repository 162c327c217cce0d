import type { OpenApiDocument, PathItem, Tag } from './document-types.ts';
import { operationsIn } from './operations.ts';
import { resolve } from './resolve.ts';

/** Tags that are shown together. */
export interface TagGroup {
  /** As readers see it; empty for the tags that are in no group. */
  name: string;
  tags: string[];
}

/**
 * The groups of a document's tags: those of `x-tagGroups`, else of the tags' parents (OpenAPI 3.2, Tag Object), where a group is a tag
 * with all that are below it. Each tag that is declared or used is in exactly one of them; those in no group are the last one.
 */
export function readTagGroups(document: OpenApiDocument): TagGroup[] {
  const left = new Set([...(document.tags ?? []).map(({ name }) => name), ...usedTags(document)]);
  const groups = (declaredGroups(document) ?? groupsOfParents(document.tags ?? [])).map(({ name, tags }) => ({
    name,
    tags: tags.filter((tag) => left.delete(tag)),
  }));
  return [...groups, { name: '', tags: [...left] }].filter(({ tags }) => tags.length > 0);
}

function declaredGroups(document: OpenApiDocument): TagGroup[] | undefined {
  const { 'x-tagGroups': groups } = document as { 'x-tagGroups'?: unknown };
  if (!Array.isArray(groups)) return undefined;
  return groups.flatMap((group: { name?: unknown; tags?: unknown } | null) =>
    Array.isArray(group?.tags)
      ? [{ name: String(group.name ?? ''), tags: group.tags.filter((tag) => typeof tag === 'string') }]
      : [],
  );
}

function groupsOfParents(declared: readonly Tag[]): TagGroup[] {
  const byName = new Map(declared.map((tag) => [tag.name, tag]));
  const tags = [...byName.values()];
  const isChild = ({ name, parent }: Tag) => parent !== undefined && parent !== name && byName.has(parent);
  const children = Map.groupBy(tags.filter(isChild), ({ parent = '' }) => parent);
  // Parents that go in a circle are below no root, and stay without a group.
  const roots = tags.filter((tag) => !isChild(tag) && children.has(tag.name));
  return roots.map((root) => {
    const names: string[] = [];
    const waiting = [root];
    for (let tag = waiting.pop(); tag; tag = waiting.pop()) {
      names.push(tag.name);
      waiting.push(...(children.get(tag.name) ?? []).toReversed());
    }
    return { name: root['x-displayName'] ?? root.summary ?? root.name, tags: names };
  });
}

function usedTags(document: OpenApiDocument): string[] {
  const items = [...Object.values(document.paths ?? {}), ...Object.values(document.webhooks ?? {})];
  return items.flatMap((maybeItem) => {
    const item = resolve<PathItem>(document, maybeItem);
    return operationsIn(item).flatMap(({ operation }) => operation.tags ?? []);
  });
}

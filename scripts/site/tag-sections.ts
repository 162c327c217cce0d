import type { Tag } from '../../server/openapi/document-types.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { kebabCase } from '../../server/openapi/operation-slugs.ts';
import { wordsOf } from '../../server/openapi/operation-title.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { readTagGroups } from '../../server/openapi/tag-groups.ts';
import type { Locale } from '../../server/settings/languages.ts';
import { siteText } from './site-texts.ts';
import { olderVersions } from './versions/older-versions.ts';

/** The operations that are listed under one heading. */
export interface TagSection {
  /** Tells sections apart, and names their place in a page: `tag-orders`. */
  id: string;
  label: string;
  /** The heading under which the document groups it; sections of a group stand together. */
  group?: string;
  /** What the document declares of it. */
  tag?: Tag;
  /** The older version of the API whose operations these are. */
  older?: string;
  operations: Operation[];
}

/**
 * The operations of a document by their first tag that is for navigation (OpenAPI 3.2, `kind`), in the order of its groups and tags;
 * those of older versions follow by themselves. Where it has no tags at all, the first name in a path stands for one. A tag that none
 * of them has as the first one lists those that have it besides; one without operations is left where it says something.
 */
export function listSections(api: Pick<ApiDocument, 'document' | 'operations'>, locale: Locale): TagSection[] {
  const { document, operations } = api;
  const versions = olderVersions(operations);
  const old = new Set([...versions.values()].flat());
  const taken = new Set<string>();
  const tags = new Set([...old].flatMap(({ operation }) => operation.tags ?? []));
  const newest = operations.filter((operation) => !old.has(operation));
  const make = (own: readonly Operation[], more: Partial<Parts>) =>
    sectionsOf({ document, operations: own, locale, taken, isKept: () => false, ...more });
  return [
    ...make(newest, { isKept: (name) => !tags.has(name) }),
    ...[...versions].flatMap(([older, own]) => make(own, { older })),
  ];
}

interface Parts {
  document: ApiDocument['document'];
  operations: readonly Operation[];
  locale: Locale;
  /** The ids that other sections have. */
  taken: Set<string>;
  /** Whether a tag without operations has a section, where it says something. */
  isKept: (tag: string) => boolean;
  older?: string;
}

function sectionsOf({ document, operations, locale, taken, isKept, older }: Parts): TagSection[] {
  const declared = new Map((document.tags ?? []).map((tag) => [tag.name, tag]));
  const isTagged = operations.some(({ operation }) => operation.tags?.length);
  const place = isTagged ? (operation: Operation) => tagOf(operation, declared) : placeOf;
  const own = Map.groupBy(operations, place);
  const also = (name: string) => operations.filter(({ operation }) => operation.tags?.includes(name));
  const groups = [...readTagGroups(document), { name: '', tags: [...own.keys()].filter((name) => name !== undefined) }];
  const done = new Set<string>();
  const sections = groups.flatMap(({ name: group, tags }) =>
    tags.flatMap((name): TagSection[] => {
      const tag = declared.get(name);
      const listed = own.get(name) ?? (isForNavigation(tag) ? also(name) : []);
      const saysSomething = isKept(name) && (tag?.description || tag?.externalDocs);
      if (done.has(name) || (listed.length === 0 && !saysSomething)) return [];
      done.add(name);
      const label = tag?.['x-displayName'] ?? tag?.summary ?? (isTagged || tag ? name : wordsOf(name));
      const id = idOf(name, taken, older);
      return [{ id, label, ...(group && { group }), ...(tag && { tag }), ...(older && { older }), operations: listed }];
    }),
  );
  const others = own.get(undefined);
  if (!others) return sections;
  const id = idOf('other', taken, older);
  const label = siteText('reference.otherOperations', locale);
  return [...sections, { id, label, ...(older && { older }), operations: others }];
}

function isForNavigation(tag: Tag | undefined): boolean {
  return tag?.kind === undefined || tag.kind === 'nav';
}

function tagOf({ operation: { tags = [] } }: Operation, declared: ReadonlyMap<string, Tag>): string | undefined {
  return tags.find((name) => isForNavigation(declared.get(name))) ?? tags[0];
}

/** The first segment of a path that is a name of its own. */
function placeOf({ path }: Operation): string | undefined {
  return path.split('/').find((segment) => /\p{L}/u.test(segment) && !/^(api|rest|v\d+(\.\d+)*)$|[{}]/i.test(segment));
}

/** Names that are in several versions, differ in case, or have no letters for an address, are told apart by a version or a number. */
function idOf(name: string, taken: Set<string>, version = ''): string {
  const plain = ['tag', kebabCase(name)].filter(Boolean).join('-');
  const base = version !== '' && taken.has(plain) ? `${plain}-${kebabCase(version)}` : plain;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
}

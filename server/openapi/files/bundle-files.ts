import { basename, extname } from 'node:path';
import { say } from '../../answers/say.ts';
import { DocumentFaults, pointerOf, pointerSegments } from '../faults.ts';
import type { Source } from '../read-source.ts';
import { findByPointer } from '../resolve.ts';
import { findVersion } from '../version-of.ts';
import { skips } from '../walk-nodes.ts';
import { findSection, type Holds, holdsOf, type Kind, kindsWithSection } from './kinds.ts';
import { createOrigins } from './origins.ts';
import { openOwnFiles, type Refused } from './own-files.ts';
import { createTargets, type Place, type Target } from './targets.ts';

/** A document with what it refers to in other files of its folder, so that all its references are its own. */
export interface Bundled extends Source {
  /** The other files that it was read from. */
  files: string[];
}

type Named = Record<string, unknown>;

/** References can stand for each other without end; a document of this size is larger than any that is published. */
const mostNodes = 2_000_000;
/** What other tools need of a file of a schema, and what stands in it only to be referred to. */
const ofFile = new Set(['$schema', '$id', 'definitions', '$defs', 'components']);

/** Reads the other files that a document refers to. What cannot be read stays a reference, with the reason in `refused`. */
export function bundleFiles(root: Source, path: string, folder: string): Bundled {
  const files = openOwnFiles(folder, { path, source: root });
  const refused = new Map<string, Refused>();
  const findTarget = createTargets(files, refused);
  const isSwagger = findVersion(root.value) === '2.0';
  const origins = createOrigins(root);
  const components = new Map<string, string[]>();
  const waiting: { target: Target; kind: Kind; at: string[] }[] = [];
  const added: { at: string[]; value: unknown }[] = [];
  let nodes = 0;

  /** Where a component of another file comes to stand; it is read later. */
  function placeOf(target: Target, kind: Kind, section: string[]): string[] {
    const key = `${kind} ${target.path}#${target.pointer}`;
    return components.getOrInsertComputed(key, () => {
      const name = pointerSegments(target.pointer).at(-1) ?? basename(target.path, extname(target.path));
      const plain = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || 'component';
      const isTaken = (at: string[]) =>
        findByPointer(root.value, `#${encodeURI(pointerOf(at))}`) !== undefined || origins.has(at);
      let at = [...section, plain];
      for (let number = 2; isTaken(at); number++) at = [...section, `${plain}${number}`];
      origins.add(at, target);
      waiting.push({ target, kind, at });
      return at;
    });
  }

  function copy(node: unknown, kind: Kind, place: Place, within: readonly string[] = []): unknown {
    if (++nodes > mostNodes)
      throw new DocumentFaults([
        root.fault(
          '',
          say('documents.not-expandable', { reason: `it has more than ${mostNodes} parts` }),
          say('documents.replace-aliases'),
        ),
      ]);
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node))
      return node.map((item, index) => copy(item, kind, { ...place, at: [...place.at, String(index)] }, within));
    const { $ref: reference, ...rest } = node as Named;
    if (typeof reference !== 'string') return copyKeys(node as Named, kind, place, within);
    const isOwn = place.path === path && reference.startsWith('#');
    const target = isOwn ? undefined : findTarget(reference, place, [...place.at, '$ref']);
    if (!target) return { $ref: reference, ...(copyKeys(rest, kind, place, within) as Named) };
    if (target.path === path)
      return { $ref: `#${encodeURI(target.pointer)}`, ...(copyKeys(rest, kind, place, within) as Named) };
    const key = `${target.path}#${target.pointer}`;
    const section = findSection(kind, isSwagger);
    // A component that is only a name for one of another file is where that stands.
    const isName =
      section && place.at.length === section.length + 1 && section.every((name, index) => place.at[index] === name);
    if (section && !isName) {
      const at = placeOf(target, kind, section);
      return { $ref: `#${encodeURI(pointerOf(at))}`, ...(copyKeys(rest, kind, place, within) as Named) };
    }
    if (within.includes(key)) return {};
    origins.add(place.at, target);
    const inlined = copy(target.node, kind, { ...target, at: place.at }, [...within, key]);
    const isObject = typeof inlined === 'object' && inlined !== null && !Array.isArray(inlined);
    return isObject ? { ...inlined, ...(copyKeys(rest, kind, place, within) as Named) } : inlined;
  }

  function copyKeys(node: Named, kind: Kind, place: Place, within: readonly string[]): unknown {
    const isOfFile = (key: string) => kind === 'schema' && place.path !== path && ofFile.has(key);
    const entries = Object.entries(node).filter(([key]) => !isOfFile(key));
    return Object.fromEntries(
      entries.map(([key, child]) => {
        const at = [...place.at, key];
        if (kind === 'schema' && key === 'discriminator') return [key, copyMapping(child, { ...place, at })];
        if (skips(key, child)) return [key, child];
        return [key, copyHeld(child, holdsOf(kind, key), { ...place, at }, within)];
      }),
    );
  }

  function copyHeld(child: unknown, { kind, as }: Holds, place: Place, within: readonly string[]): unknown {
    const isMap = typeof child === 'object' && child !== null && !Array.isArray(child);
    if (as !== 'named' || !isMap || typeof (child as Named).$ref === 'string')
      return copy(child, as === 'named' ? 'other' : kind, place, within);
    return Object.fromEntries(
      Object.entries(child).map(([name, each]) => [
        name,
        copy(each, kind, { ...place, at: [...place.at, name] }, within),
      ]),
    );
  }

  /** The values of a mapping are references where they look like some, else names. */
  function copyMapping(discriminator: unknown, place: Place): unknown {
    const { mapping } = (discriminator ?? {}) as { mapping?: Record<string, string> };
    if (!mapping) return discriminator;
    const entries = Object.entries(mapping).map(([value, reference]) => {
      const isReference = /[#/]|\.(ya?ml|json)$/.test(reference);
      if (!isReference) return [value, reference];
      const { $ref } = copy({ $ref: reference }, 'schema', { ...place, at: [...place.at, 'mapping', value] }) as {
        $ref: string;
      };
      return [value, $ref];
    });
    return { ...(discriminator as Named), mapping: Object.fromEntries(entries) };
  }

  // Components of the document that are only names for what is elsewhere keep their names.
  for (const kind of kindsWithSection) {
    const section = findSection(kind, isSwagger);
    const own =
      section &&
      (findByPointer(root.value, `#${pointerOf(section)}`) as Record<string, { $ref?: unknown } | null> | undefined);
    for (const [name, each] of Object.entries(section && own ? own : {})) {
      if (typeof each?.$ref !== 'string' || each.$ref.startsWith('#')) continue;
      const at = [...(section as string[]), name];
      const target = findTarget(each.$ref, { path, source: root, at }, [...at, '$ref']);
      if (target) components.set(`${kind} ${target.path}#${target.pointer}`, at);
    }
  }
  const value = copy(root.value, 'root', { path, source: root, at: [] }) as Named;
  for (let next = waiting.shift(); next; next = waiting.shift())
    added.push({ at: next.at, value: copy(next.target.node, next.kind, { ...next.target, at: next.at }) });
  for (const { at, value: component } of added) set(value, at, component);

  const { paths, faults } = files.list();
  return {
    ...root,
    value,
    files: paths,
    faults: [...root.faults, ...faults],
    refused,
    textAt: (pointer) => {
      const origin = origins.of(pointer);
      return origin.source.textAt(origin.pointer);
    },
    fault: (pointer, message, remedy) => {
      const origin = origins.of(pointer);
      return { ...origin.source.fault(origin.pointer, message, remedy), pointer };
    },
  };
}

function set(value: Named, [name = '', ...rest]: string[], component: unknown): void {
  if (rest.length === 0) value[name] = component;
  else {
    value[name] ??= {};
    // What is no object is a fault that is told later.
    if (typeof value[name] === 'object') set(value[name] as Named, rest, component);
  }
}

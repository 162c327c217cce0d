import { checkStructure, type StructureFault } from '../check-structure.ts';
import { pointerOf } from '../faults.ts';
import { isMethod } from '../operations.ts';
import type { Source } from '../read-source.ts';
import { isWithin } from './change-places.ts';

type Named = Record<string, unknown>;

/** A part of a document that it can be without, in a document that has nothing else. */
interface Part {
  place: string[];
  document: Named;
}

/** Finds all faults of structure in each of a document's parts; those of a document with thousands cannot be told apart as a whole. */
export function checkParts(source: Source): StructureFault[] {
  const { openapi } = source.value as Named;
  const version = openapi === undefined ? { swagger: '2.0' } : { openapi };
  const faulty = new Set<string>();
  const faults: StructureFault[] = [];
  for (const { place, document } of partsOf(source.value as Named)) {
    if (isWithin(place, faulty)) continue;
    const base = { ...version, info: { title: '', version: '' }, paths: {} };
    const part = { ...source, value: { ...base, ...document } };
    if (checkStructure(part).length === 0) continue;
    const found = checkStructure(part, 'all');
    const own = pointerOf(place);
    if (found.length > 0) faulty.add(own);
    for (const each of found)
      faults.push(
        each.pointer.startsWith(own)
          ? each
          : { ...each, pointer: own, fault: source.fault(own, each.fault.message, each.fault.remedy) },
      );
  }
  return faults;
}

/** What has parts of its own comes before them. */
function* partsOf(document: Named): Generator<Part> {
  for (const [key, value] of Object.entries(document)) {
    if (key === 'openapi' || key === 'swagger') continue;
    if (key === 'info') yield* partsOfInfo(value);
    else if (key === 'paths') yield* partsOfPaths(value);
    else if (key === 'components') yield* partsOfComponents(value);
    else if (key === 'webhooks') {
      for (const [name, item] of entriesOf(value)) yield { place: [key, name], document: { [key]: { [name]: item } } };
    } else if (ofSwagger.has(key)) yield* partsOfNamed(key, value);
    else yield { place: [key], document: { [key]: value } };
  }
}

function* partsOfInfo(info: unknown): Generator<Part> {
  for (const [name, value] of entriesOf(info))
    yield { place: ['info', name], document: { info: { title: '', version: '', [name]: value } } };
}

function* partsOfPaths(paths: unknown): Generator<Part> {
  const partOf = (path: string, item: unknown) => ({ paths: { [path]: item } });
  for (const [path, item] of entriesOf(paths)) {
    const own = entriesOf(item).filter(([name]) => isMethod(name));
    const rest = own.length === 0 ? item : Object.fromEntries(entriesOf(item).filter(([name]) => !isMethod(name)));
    yield { place: ['paths', path], document: partOf(path, rest) };
    for (const [method, operation] of own)
      yield { place: ['paths', path, method], document: partOf(path, { [method]: operation }) };
  }
}

/** What components are in Swagger 2.0. */
export const ofSwagger = new Set(['definitions', 'parameters', 'responses', 'securityDefinitions']);

function* partsOfNamed(key: string, named: unknown): Generator<Part> {
  for (const [name, each] of entriesOf(named)) yield { place: [key, name], document: { [key]: { [name]: each } } };
}

function* partsOfComponents(components: unknown): Generator<Part> {
  for (const [kind, named] of entriesOf(components)) {
    const isMap = typeof named === 'object' && named !== null && !Array.isArray(named);
    yield { place: ['components', kind], document: { components: { [kind]: isMap ? {} : named } } };
    for (const [name, component] of entriesOf(named))
      yield { place: ['components', kind, name], document: { components: { [kind]: { [name]: component } } } };
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

import { invalidFields } from '../../answers/refusal.ts';
import type { Texts } from '../../answers/texts.ts';
import type { QueryPairs } from '../filters/condition.ts';
import type { Field, RecordFields } from '../filters/record-fields.ts';
import { unknownName } from './unknown-name.ts';

/** A convention of asking for some fields of a record. */
export interface FieldSelection {
  /** How people call it. */
  name: Texts;
  /** The names of its query parameters, which are no filters. */
  parameters: string[];
  /** Undefined when whole records are asked for; refuses fields that records do not have. */
  read(query: QueryPairs, fields: RecordFields): Field[] | undefined;
}

/** `fields=id,name,address.city`, on lists and on single records. */
export function fieldSelection({ parameter = 'fields' } = {}): FieldSelection {
  return {
    name: {
      en: `list of names (${parameter}=id,name)`,
      pt: `lista de nomes (${parameter}=id,name)`,
    },
    parameters: [parameter],
    read(query, fields) {
      const names = query.filter(([name]) => name === parameter).flatMap(([, value]) => value.split(','));
      const wanted = names.map((name) => name.trim()).filter(Boolean);
      const found = wanted.map((name) => fields.find(name));
      const issues = wanted.filter((_, index) => !found[index]).map((name) => unknownName(parameter, name));
      if (issues.length > 0) throw invalidFields(issues);
      return wanted.length > 0 ? (found as Field[]) : undefined;
    },
  };
}

type Tree = Map<string, Tree | undefined>;

/** Keeps the selected fields of a record, in the record's own order. */
export function selectFields(selection: Field[], record: unknown): unknown {
  const tree: Tree = new Map();
  for (const { path } of selection) plant(tree, path);
  return prune(tree, record);
}

/** An object that is selected whole stays whole, whatever else is named inside it. */
function plant(tree: Tree, [name = '', ...rest]: string[]): void {
  if (rest.length === 0) tree.set(name, undefined);
  else if (!tree.has(name) || tree.get(name)) {
    const inner = tree.get(name) ?? new Map();
    tree.set(name, inner);
    plant(inner, rest);
  }
}

function prune(tree: Tree, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, child]) => {
      if (!tree.has(name)) return [];
      const inner = tree.get(name);
      return [[name, inner ? prune(inner, child) : child]];
    }),
  );
}

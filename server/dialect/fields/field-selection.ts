import { invalidFields } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { OwnTexts } from '../../answers/texts.ts';
import type { QueryPairs } from '../filters/condition.ts';
import type { Field, RecordFields } from '../filters/record-fields.ts';
import { unknownName } from './unknown-name.ts';

/** A convention for selecting fields of a record. */
export interface FieldSelection {
  /** A name for people. */
  name: OwnTexts;
  /** Its query parameters, which are not filters. */
  parameters: string[];
  /** Undefined if complete records are requested; refuses unknown fields. */
  read(query: QueryPairs, fields: RecordFields): Field[] | undefined;
}

/** `fields=id,name,address.city`, on lists and on single records. */
export function fieldSelection({ parameter = 'fields' } = {}): FieldSelection {
  return {
    name: say('conventions.field-selection', { parameter }),
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

/** The selected fields of a record, in the record's order. */
export function selectFields(selection: Field[], record: unknown): unknown {
  const tree: Tree = new Map();
  for (const { path } of selection) plant(tree, path);
  return prune(tree, record);
}

/** A fully selected object stays complete, even if parts of it are selected, too. */
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

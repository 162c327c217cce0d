import type { Schema } from '../documents/operation-data.ts';

type Schemas = Record<string, Schema>;

/** Makes something of a schema, or of its view, once; `inItself` is the result for one that is asked about while its own is made. */
export function oncePerSchema<Key extends object, Made>(
  make: (schema: Key, schemas: Schemas) => Made,
  inItself?: Made,
): (schema: Key, schemas: Schemas) => Made {
  const known = new WeakMap<Schemas, WeakMap<Key, Made>>();
  return (schema, schemas) => {
    let made = known.get(schemas);
    if (!made) {
      made = new WeakMap();
      known.set(schemas, made);
    }
    if (made.has(schema)) return made.get(schema) as Made;
    if (inItself !== undefined) made.set(schema, inItself);
    const result = make(schema, schemas);
    made.set(schema, result);
    return result;
  };
}

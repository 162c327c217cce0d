// Parts of documents that tests write as text.

/** The responses of an operation that returns one schema. */
export const answer = (schema: string, status = 200) =>
  `{"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;

/** A request body of a schema. */
export const body = (schema: string) => `{required: true, content: {application/json: {schema: ${schema}}}}`;

/** The one parameter of a path. */
export const inPath = (name: string, type = 'string') =>
  `parameters: [{name: ${name}, in: path, required: true, schema: {type: ${type}}}]`;

/** A component schema. */
export const named = (name: string) => `{$ref: "#/components/schemas/${name}"}`;

/** A list of a component schema. */
export const listOf = (name: string) => `{type: array, items: ${named(name)}}`;

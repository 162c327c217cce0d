import { exampleRequest } from '../../server/openapi/examples.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { readParameters } from '../../server/openapi/parameters.ts';
import { wireValue } from '../../server/openapi/place-example.ts';
import { serializePathParameter } from '../../wire/serialize-parameter.ts';
import type { SentRequest } from './recorder.ts';

/** The parameters that the sandbox reads as another value than the one that the document shows. */
export function misreadParameters(
  api: ApiDocument,
  operation: Operation,
  { url, headers, cookies }: SentRequest,
): string[] {
  const example = exampleRequest(api, operation);
  const search = url.split('?').slice(1).join('?');
  const read = readParameters(api.document, operation, {
    path: pathOf(operation, example.path),
    query: new URLSearchParams(search),
    search,
    headers: { ...headers, cookie: cookies.join('; ') },
  });
  return operation.parameters.flatMap((parameter) => {
    const shown = JSON.stringify(asTexts(example[parameter.in][parameter.name]));
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    const found = JSON.stringify(asTexts(read[parameter.in][name]));
    return shown === found ? [] : [`${operation.id} ${parameter.name} is read as ${found}, and not ${shown}`];
  });
}

/** As the router hands it over. */
function pathOf({ parameters }: Operation, values: Record<string, unknown>): Record<string, string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  return Object.fromEntries(
    inPath.map((parameter) => [
      parameter.name,
      decodeURIComponent(serializePathParameter(parameter, wireValue(parameter, values[parameter.name]))),
    ]),
  );
}

/** Values of parameters are texts until they are checked against their schema. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== 'object' || value === null) return value === undefined ? undefined : String(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asTexts(inner)]));
}

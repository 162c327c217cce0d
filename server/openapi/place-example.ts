import { isJson } from '../../wire/media-types.ts';
import { parameterValue } from '../../wire/parameter-value.ts';
import { type PlacedParameters, placeParameters } from '../../wire/place-parameters.ts';
import type { ParameterValue } from '../../wire/serialize-parameter.ts';
import type { Parameter } from './document-types.ts';
import type { ExampleRequest } from './examples.ts';
import type { Operation } from './operations.ts';

/** The parameters of an example, where they stand in the request. */
export function placeExample({ path, parameters }: Operation, example: ExampleRequest): PlacedParameters {
  const given = parameters.flatMap((parameter) => {
    const value = example[parameter.in][parameter.name];
    return value === undefined ? [] : [{ parameter, value: wireValue(parameter, value) }];
  });
  return placeParameters(path, given);
}

/** The texts of a value; with a media type it is one text of that type (OpenAPI 3.1, Parameter Object, `content`). */
export function wireValue({ content }: Parameter, value: unknown): ParameterValue {
  if (!content) return parameterValue(value);
  const isText = typeof value === 'string' && !isJson(Object.keys(content)[0]);
  return isText ? value : JSON.stringify(value);
}

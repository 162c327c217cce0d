import type { Parameter } from '../../../server/openapi/document-types.ts';
import { pointerOf } from '../../../server/openapi/faults.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import { findByPointer, resolve } from '../../../server/openapi/resolve.ts';
import { isParameter, pathsOf, segmentsOf } from '../collections.ts';
import { listSchemas } from '../list-schemas.ts';
import type { Breach, StyleRule } from '../style-rule.ts';
import { whereWritten } from '../where-written.ts';

const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** One spelling for all names that callers write: path segments, parameters, properties. */
export const snakeCase: StyleRule = {
  name: 'snake-case',
  requirement: 'Segments, parameters and properties are named in snake_case, without accents.',
  check: (api) =>
    [...segments(api), ...parameters(api), ...properties(api)]
      .filter(({ subject }) => !snake.test(subject))
      .map(({ what, ...place }) => ({
        ...place,
        message: `The ${what} "${place.subject}" is not in snake_case.`,
        remedy: `Write it as "${snakeCaseOf(place.subject)}".`,
      })),
};

type Name = Pick<Breach, 'subject' | 'pointer'> & { what: string };

function segments(api: ApiDocument): Name[] {
  return pathsOf(api).flatMap((path) =>
    segmentsOf(path)
      .filter((segment) => !isParameter(segment))
      .map((subject) => ({ what: 'segment', subject, pointer: pointerOf(['paths', path]) })),
  );
}

function parameters({ document }: ApiDocument): Name[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    ['', ...Object.keys(item)].flatMap((method) => {
      const below = ['paths', path, ...(method ? [method] : []), 'parameters'];
      const listed = findByPointer(document, `#${encodeURI(pointerOf(below))}`);
      if (!Array.isArray(listed)) return [];
      return listed
        .map((parameter, index) => ({
          ...resolve<Parameter>(document, parameter),
          pointer: pointerOf([...below, index]),
        }))
        .filter((parameter) => parameter.in === 'path' || parameter.in === 'query')
        .map(({ name, pointer }) => ({ what: 'parameter', subject: name, pointer: whereWritten(document, pointer) }));
    }),
  );
}

function properties({ document }: ApiDocument): Name[] {
  return listSchemas(document).flatMap(({ schema, pointer }) =>
    Object.keys(schema.properties ?? {}).map((subject) => ({
      what: 'property',
      subject,
      pointer: pointer + pointerOf(['properties', subject]),
    })),
  );
}

function snakeCaseOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}

import { readFileSync } from 'node:fs';
import * as openapi30 from '@hyperjump/json-schema/openapi-3-0';
import * as openapi31 from '@hyperjump/json-schema/openapi-3-1';
import type { TestAnswer } from '../../server/testing/test-portal.ts';

type Node = Record<string, unknown>;

/** What another implementation of JSON Schema says of an answer, by the document as it is published. */
type Verdict = 'valid' | 'unknown' | { flaw: string };

export interface Judge {
  judge(operation: { path: string; method: string }, answer: TestAnswer): Promise<Verdict>;
}

const address = 'https://published.example/openapi.json';

/**
 * Judges answers by `@hyperjump/json-schema`, which shares no code with the engine, and by the published file, of which the engine
 * has changed nothing. `unknown` is what the document has no schema for.
 */
export function createJudge(file: string): Judge {
  const document = JSON.parse(readFileSync(file, 'utf8')) as Node;
  const is30 = String(document.openapi).startsWith('3.0');
  const { registerSchema, setShouldValidateSchema, validate } = is30 ? openapi30 : openapi31;
  // Of a document with flaws, what has none is still asked.
  setShouldValidateSchema(false);
  registerSchema(
    document as never,
    address,
    `https://spec.openapis.org/oas/${is30 ? '3.0/schema' : '3.1/schema-base'}`,
  );
  const compiled = new Map<string, ReturnType<typeof validate>>();

  return {
    async judge({ path, method }, { status, headers, body }) {
      const operation = follow(document, ['paths', path, method]);
      const responses = operation && child(operation, 'responses');
      if (!responses) return 'unknown';
      const names = Object.keys(responses.node);
      const name = [String(status), `${String(status)[0]}XX`, `${String(status)[0]}xx`, 'default'].find((each) =>
        names.includes(each),
      );
      // A document that declares only errors allows any success.
      if (name === undefined)
        return status < 300 && !names.some((each) => /^[23]/.test(each))
          ? 'unknown'
          : { flaw: `${status} is not declared` };
      const content = child(responses, name, 'content');
      const mediaType = headers['content-type']?.split(';')[0]?.toLowerCase() ?? '';
      if (!content || !/json\b/.test(mediaType)) return 'unknown';
      const types = Object.keys(content.node);
      const type = types.find((each) => each.split(';')[0]?.toLowerCase() === mediaType) ?? types[0];
      const schema = type === undefined ? undefined : child(content, type, 'schema');
      if (!schema) return 'unknown';
      const pointer = schema.way
        .map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
        .join('');
      const check = compiled.get(pointer) ?? validate(`${address}#${pointer}`);
      compiled.set(pointer, check);
      // A schema that the validator cannot compile says nothing of the answer.
      const judged = await check.catch(() => undefined);
      if (!judged) return 'unknown';
      const output = judged(asJson(body), 'BASIC');
      const [first] = output.valid ? [] : (output.errors ?? []);
      return output.valid
        ? 'valid'
        : { flaw: `${status}: ${first?.instanceLocation} ${first?.absoluteKeywordLocation}` };
    },
  };

  interface Place {
    node: Node;
    /** Its place in the document, where references have been followed. */
    way: string[];
  }

  function child(place: Place, ...names: string[]): Place | undefined {
    return follow(document, [...place.way, ...names]);
  }

  function follow(root: Node, names: string[]): Place | undefined {
    let place: Place = { node: root, way: [] };
    for (const name of names) {
      const node = place.node[name];
      if (typeof node !== 'object' || node === null) return undefined;
      place = { node: node as Node, way: [...place.way, name] };
      const { $ref } = place.node;
      // A validator follows the references of schemas itself.
      if (typeof $ref === 'string' && $ref.startsWith('#/') && name !== 'schema') {
        const target = follow(
          root,
          decodeURIComponent($ref)
            .slice(2)
            .split('/')
            .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
        );
        if (!target) return undefined;
        place = target;
      }
    }
    return place;
  }
}

/** Tests read long integers as bigint. */
function asJson(body: unknown): never {
  return JSON.parse(
    JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? Number(value) : value)) ?? 'null',
  ) as never;
}

import {
  isScalar,
  LineCounter,
  parseDocument,
  type ScalarTag,
  type SchemaOptions,
  type Tags,
  visit,
  type Document as YamlDocument,
} from 'yaml';
import { readInteger } from '../answers/exact-json.ts';
import { say } from '../answers/say.ts';
import { DocumentFaults, type Fault } from './faults.ts';

/** A parsed YAML file, with the lines of its nodes and what is wrong with it that it can be read in spite of. */
export interface ParsedYaml {
  document: YamlDocument;
  lines: LineCounter;
  faults: Fault[];
}

/**
 * Documents are written for the JSON schema of YAML (OpenAPI, "Format"): `01234` and `0x1F` are no numbers of JSON, so they are the
 * texts that stand there. Merge keys (`<<`) are of YAML 1.1, and many documents have them.
 */
const yamlOptions: SchemaOptions = {
  merge: true,
  customTags: (tags: Tags) =>
    tags.flatMap((tag) => {
      if (typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:int') return tag;
      return tag.format === undefined
        ? ({ ...tag, test: /^[-+]?(?:0|[1-9][0-9]*)$/, resolve: readInteger } as ScalarTag)
        : [];
    }),
};

/** Parses a YAML file; throws DocumentFaults with line numbers where it is not YAML. */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, lineCounter: lines, prettyErrors: false });
  const faults = document.errors.map((error): Fault => {
    const line = lines.linePos(error.pos[0]).line;
    if (error.code === 'DUPLICATE_KEY')
      return { file, line, message: say('documents.repeated-key'), remedy: say('documents.name-it-once') };
    const [reason] = error.message.split('\n');
    return { file, line, message: say('documents.no-yaml', { reason }), remedy: say('documents.correct-syntax') };
  });
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) throw new DocumentFaults(faults);
  visit(document, {
    // A key is a name: `1.0` and `0123` are the names that stand there.
    Pair: (_, { key }) => {
      if (isScalar(key) && /^(number|bigint)$/.test(typeof key.value) && key.source) key.value = key.source;
    },
  });
  return { document, lines, faults };
}

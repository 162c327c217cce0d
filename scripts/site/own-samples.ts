import type { OperationObject } from '../../server/openapi/document-types.ts';
import type { SampleData } from '../../src/documents/operation-means.ts';

/** The names that documents give to the languages of CodeView. */
const languages: Record<string, RegExp> = {
  shell: /^(shell|curl|bash|sh|cli)\b/i,
  javascript: /^(javascript|js|node(\.?js)?|typescript|ts)\b/i,
  python: /^(python|py)\b/i,
  php: /^php\b/i,
  java: /^(java|kotlin)$/i,
  csharp: /^(c#|csharp|\.net|dotnet)/i,
  go: /^(go|golang)$/i,
  json: /^json$/i,
  xml: /^xml$/i,
  yaml: /^ya?ml$/i,
};

/** The samples that a document has itself (`x-codeSamples`), beside those that are made; a label that one of these has is numbered. */
export function readOwnSamples(operation: OperationObject, made: readonly SampleData[]): SampleData[] {
  const { 'x-codeSamples': samples, 'x-code-samples': older } = operation as Record<string, unknown>;
  const listed = samples ?? older;
  const taken = new Set(made.map(({ label }) => label));
  return (Array.isArray(listed) ? listed : []).flatMap((sample: Record<string, unknown> | null, index) => {
    const { lang, label, source } = sample ?? {};
    if (typeof source !== 'string' || source.trim() === '') return [];
    const name = [label, lang].find((text): text is string => typeof text === 'string' && text !== '') ?? 'API';
    const [language = ''] = Object.entries(languages).find(([, names]) => names.test(String(lang ?? ''))) ?? [];
    return [
      { id: `own-${index + 1}`, label: unique(name, taken), language, code: source.replaceAll('{{', '{{open}}') },
    ];
  });
}

function unique(name: string, taken: Set<string>): string {
  let label = name;
  for (let number = 2; taken.has(label); number++) label = `${name} ${number}`;
  taken.add(label);
  return label;
}

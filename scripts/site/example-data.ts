import type { Example, MediaType, OpenApiDocument } from '../../server/openapi/document-types.ts';
import { resolve } from '../../server/openapi/resolve.ts';
import type { ExampleData } from '../../src/documents/operation-data.ts';

type Shown = Example & { description?: string; externalValue?: string; dataValue?: unknown; serializedValue?: string };

/** The named examples of a document; undefined where there are none. */
export function readExamples(
  document: OpenApiDocument,
  named: MediaType['examples'],
  render: (markdown: string | undefined) => string,
): Record<string, ExampleData> | undefined {
  const entries = Object.entries(named ?? {}).map(([name, maybe]) => {
    const { summary, description, externalValue, ...example } = resolve<Shown>(document, maybe);
    const value = 'dataValue' in example ? example.dataValue : (example.value ?? example.serializedValue);
    const serialized = 'dataValue' in example ? example.serializedValue : undefined;
    const data: ExampleData = {
      summary: summary ?? name,
      description: render(description),
      ...(value !== undefined && { value }),
      ...(serialized !== undefined && { serialized }),
      ...(typeof externalValue === 'string' && { externalValue }),
    };
    return [name, data] as const;
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

import Translate from '@docusaurus/Translate';
import type { ExampleData } from '../documents/operation-data.ts';
import { Prose } from '../ui/Prose.tsx';
import { ExternalExample } from './ExternalExample.tsx';
import { Value } from './Value.tsx';

/** The named examples of a parameter, each with what the document says of it. */
export function NamedValues({ examples }: { examples: Record<string, ExampleData> }) {
  const all = Object.entries(examples);
  return (
    <div>
      <dt>
        {all.length > 1 ? (
          <Translate id="reference.examples">Exemplos</Translate>
        ) : (
          <Translate id="reference.example">Exemplo</Translate>
        )}
      </dt>
      <dd>
        <ul>
          {all.map(([name, { summary, description, value, serialized, externalValue }]) => (
            <li key={name}>
              {value !== undefined && (
                <span translate="no">
                  <Value value={value} />
                </span>
              )}
              {serialized !== undefined && (
                <span translate="no">
                  → <code>{serialized}</code>
                </span>
              )}
              <span>{summary}</span>
              {externalValue !== undefined && <ExternalExample url={externalValue} />}
              <Prose html={description} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

import { translate } from '@docusaurus/Translate';
import samples from '@generated/pages-data/default/key-samples.json';
import { useState } from 'react';
import { maskKey } from '../../exchange/credentials.ts';
import { fillSample } from '../../exchange/sample-code.ts';
import type { ApiKeyAndSecret } from '../../generated/platform/types.gen.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { Select } from '../../ui/Control.tsx';
import { Field } from '../../ui/Field.tsx';
import { useOrigin } from '../../ui/use-origin.ts';
import form from '../Form.module.css';
import { reaches } from '../scopes/scope-choice.ts';
import { useScopes } from '../scopes/use-scopes.ts';
import type { KeySample } from './key-sample.ts';

interface Choice {
  label: string;
  sample: KeySample;
  /** The base URL of the request. */
  address: string;
}

/** The sandboxes for a test key; for a live key the servers in the documents, since sandboxes reject it. */
function choicesFor({ environment }: ApiKeyAndSecret): Choice[] {
  if (environment === 'test')
    return samples.map((sample) => ({ label: sample.title, sample, address: `{{origin}}${sample.basePath}` }));
  return samples.flatMap((sample) =>
    sample.servers.map(({ description, url }) => ({
      label: `${sample.title} · ${description || url}`,
      sample,
      address: url.replace(/\/$/, ''),
    })),
  );
}

/** The first call with a new key, for the API that is chosen. */
export function KeyCurl({ apiKey }: { apiKey: ApiKeyAndSecret }) {
  const origin = useOrigin();
  const { data: tree = [] } = useScopes();
  const choices = choicesFor(apiKey);
  const [wanted, setWanted] = useState<number>();
  const reached = choices.findIndex(({ sample }) => reaches(tree, apiKey.scopes, sample.slug));
  const chosen = wanted ?? Math.max(reached, 0);
  const choice = choices[chosen];
  if (!choice) return null;

  const { sample, address } = choice;
  const code = sample.code.replaceAll(`{{origin}}${sample.basePath}`, address);
  const fill = (key: string) => fillSample(code, { origin, server: address, key });
  return (
    <>
      <Field className={form.short} label={translate({ id: 'keys.curl', message: 'Uma primeira chamada' })}>
        {(control) => (
          <Select {...control} value={chosen} onChange={({ target }) => setWanted(Number(target.value))}>
            {choices.map(({ label }, index) => (
              <option key={label} value={index}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <CodeView wrap code={fill(maskKey(apiKey.secret))} copyText={fill(apiKey.secret)} language="shell" />
    </>
  );
}

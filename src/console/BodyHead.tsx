import Translate, { translate } from '@docusaurus/Translate';
import type { OperationData } from '../documents/operation-data.ts';
import { Check } from '../ui/Check.tsx';
import { Select } from '../ui/Control.tsx';
import styles from './BodyHead.module.css';
import { bodyText, type CallDraft } from './call-draft.ts';
import type { BodyView } from './use-body-view.ts';

interface Props {
  operation: OperationData;
  draft: CallDraft;
  onChange: (draft: CallDraft) => void;
}

/** As what a body is sent. */
export function BodyType({ operation, draft, onChange }: Props) {
  const types = Object.keys(operation.requestBody?.content ?? {});
  if (types.length < 2) return <code>{draft.mediaType}</code>;
  return (
    <Select
      className={styles.type}
      aria-label={translate({ id: 'console.body.type', message: 'Tipo do corpo' })}
      value={draft.mediaType}
      onChange={({ target }) => onChange({ ...draft, mediaType: target.value })}
    >
      {types.map((type) => (
        <option key={type}>{type}</option>
      ))}
    </Select>
  );
}

interface ViewProps {
  view: BodyView;
  /** Whether the JSON can be read; a form of what cannot would be empty. */
  isReadable: boolean;
  onChoose: (view: BodyView) => void;
}

/** Whether a body is written as JSON or in the fields of a form. */
export function ViewChoice({ view, isReadable, onChoose }: ViewProps) {
  return (
    <span className={styles.views}>
      <button type="button" aria-pressed={view === 'form'} disabled={!isReadable} onClick={() => onChoose('form')}>
        <Translate id="console.body.asForm">Formulário</Translate>
      </button>
      <button type="button" aria-pressed={view === 'json'} onClick={() => onChoose('json')}>
        JSON
      </button>
    </span>
  );
}

/** Whether a body is sent, and the document's examples of it. */
export function BodyChoices({ operation, draft, onChange, onText }: Props & { onText: (text: string) => void }) {
  const { mediaType = '' } = draft;
  const content = operation.requestBody?.content[mediaType];
  const text = draft.bodies[mediaType] ?? '';
  const examples = Object.entries(content?.examples ?? {}).filter(([, { value }]) => value !== undefined);
  return (
    <>
      {(!operation.requestBody?.required || !draft.includeBody) && (
        <Check checked={draft.includeBody} onChange={(includeBody) => onChange({ ...draft, includeBody })}>
          <Translate id="console.body.include">Enviar corpo</Translate>
        </Check>
      )}
      {examples.length > 1 && (
        <Select
          aria-label={translate({ id: 'console.body.example', message: 'Exemplo' })}
          value={examples.find(([, each]) => bodyText(mediaType, each.value) === text)?.[0] ?? ''}
          onChange={({ target }) => onText(bodyText(mediaType, content?.examples?.[target.value]?.value))}
        >
          <option value="" disabled>
            {translate({ id: 'console.body.edited', message: 'Exemplo alterado' })}
          </option>
          {examples.map(([name, each]) => (
            <option key={name} value={name}>
              {each.summary || name}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}

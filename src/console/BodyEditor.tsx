import Translate, { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import { bodyShape } from '../../wire/media-types.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Select, TextArea } from '../ui/Control.tsx';
import styles from './BodyEditor.module.css';
import type { ChosenFiles, FieldFault } from './build-request.ts';
import { bodyText, type CallDraft } from './call-draft.ts';
import { FileField } from './FileField.tsx';
import { FormPart } from './FormPart.tsx';
import { faultText } from './fault-text.ts';
import { findJsonFault } from './request-body.ts';

interface Props {
  operation: OperationData;
  draft: CallDraft;
  fault: FieldFault | undefined;
  files: ChosenFiles;
  /** Whether the call goes to a sandbox, whose answers are known. */
  isSandbox: boolean;
  onChange: (draft: CallDraft) => void;
  onFiles: (files: ChosenFiles) => void;
}

const MOST_ROWS = 22;

/** The request body: media type, examples, and a plain editor that validates JSON. */
export function BodyEditor({ operation, draft, fault, files, isSandbox, onChange, onFiles }: Props) {
  const id = useId();
  const { requestBody } = operation;
  const mediaType = draft.mediaType;
  const content = mediaType === undefined ? undefined : requestBody?.content[mediaType];
  if (!requestBody || mediaType === undefined || !content) return null;

  const kind = bodyShape(mediaType);
  const text = draft.bodies[mediaType] ?? '';
  const original = bodyText(mediaType, content.example);
  const examples = Object.entries(content.examples ?? {}).filter(([, { value }]) => value !== undefined);
  const setText = (
    value: string, // Whoever writes a body wants to send it.
  ) => onChange({ ...draft, includeBody: true, bodies: { ...draft.bodies, [mediaType]: value } });
  const choose = (name: string, chosen: File[]) => {
    onFiles({ ...files, [name]: chosen });
    if (chosen.length > 0) onChange({ ...draft, includeBody: true });
  };
  const jsonFault = kind === 'json' && text !== '' ? findJsonFault(text) : undefined;

  return (
    <FormPart
      htmlFor={id}
      title={<Translate id="console.body">Corpo</Translate>}
      aside={
        Object.keys(requestBody.content).length > 1 ? (
          <Select
            className={styles.type}
            aria-label={translate({ id: 'console.body.type', message: 'Tipo do corpo' })}
            value={mediaType}
            onChange={({ target }) => onChange({ ...draft, mediaType: target.value })}
          >
            {Object.keys(requestBody.content).map((type) => (
              <option key={type}>{type}</option>
            ))}
          </Select>
        ) : (
          <code>{mediaType}</code>
        )
      }
    >
      {(!requestBody.required || !draft.includeBody) && (
        <Check checked={draft.includeBody} onChange={(includeBody) => onChange({ ...draft, includeBody })}>
          <Translate id="console.body.include">Enviar corpo</Translate>
        </Check>
      )}
      {examples.length > 1 && (
        <Select
          aria-label={translate({ id: 'console.body.example', message: 'Exemplo' })}
          value={examples.find(([, each]) => bodyText(mediaType, each.value) === text)?.[0] ?? ''}
          onChange={({ target }) => setText(bodyText(mediaType, content.examples?.[target.value]?.value))}
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
      {kind === 'file' ? (
        <FileField
          id={id}
          file={{ many: false, required: requestBody.required, type: mediaType }}
          chosen={files[''] ?? []}
          isSandbox={isSandbox}
          invalid={fault !== undefined}
          describedBy={`${id}-note`}
          onChoose={(chosen) => choose('', chosen)}
        />
      ) : (
        <TextArea
          id={id}
          className={styles.editor}
          rows={Math.min(MOST_ROWS, Math.max(4, text.split('\n').length))}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          value={text}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {kind === 'multipart' &&
        Object.entries(content.files ?? {}).map(([name, file]) => (
          <FileField
            key={name}
            name={name}
            file={file}
            chosen={files[name] ?? []}
            isSandbox={isSandbox}
            invalid={false}
            onChoose={(chosen) => choose(name, chosen)}
          />
        ))}
      <div className={styles.foot}>
        <div id={`${id}-note`} className={styles.note} role="status">
          {fault && <span className={styles.fault}>{faultText(fault)}</span>}
          {!fault && jsonFault && (
            <span className={styles.doubt}>
              {isSandbox ? (
                <Translate id="console.body.notJson" values={{ reason: <code translate="no">{jsonFault}</code> }}>
                  {'JSON inválido: o sandbox vai responder 400. {reason}'}
                </Translate>
              ) : (
                <Translate id="console.body.invalidJson" values={{ reason: <code translate="no">{jsonFault}</code> }}>
                  {'JSON inválido. {reason}'}
                </Translate>
              )}
            </span>
          )}
          {!fault && (kind === 'form' || kind === 'multipart') && (
            <Translate id="console.body.form">Cada propriedade vira um campo do formulário.</Translate>
          )}
        </div>
        {kind !== 'file' && text !== original && (
          <Button variant="plain" size="small" onClick={() => setText(original)}>
            <Translate id="console.body.reset">Voltar ao exemplo</Translate>
          </Button>
        )}
      </div>
    </FormPart>
  );
}

import Translate from '@docusaurus/Translate';
import { lazy, Suspense, useCallback, useId, useMemo, useState } from 'react';
import { bodyShape } from '../../wire/media-types.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { useSchemas } from '../documents/use-operation.ts';
import { Button } from '../ui/Button.tsx';
import styles from './BodyEditor.module.css';
import { BodyChoices, BodyType, ViewChoice } from './BodyHead.tsx';
import type { ChosenFiles, FieldFault } from './build-request.ts';
import { bodyText, type CallDraft } from './call-draft.ts';
import { bodyOfDraft } from './check/check-draft.ts';
import type { IssueActions } from './check/IssueLine.tsx';
import { IssueList } from './check/IssueList.tsx';
import type { FieldIssue } from './check/issues.ts';
import { FileField } from './FileField.tsx';
import { FormPart } from './FormPart.tsx';
import { faultText } from './fault-text.ts';
import { CodeEditor } from './json-body/CodeEditor.tsx';
import { findCompletions } from './json-body/completions.ts';
import { type CaretPlace, readJsonText } from './json-body/json-text.ts';
import { findJsonFault } from './request-body.ts';
import { useBodyView } from './use-body-view.ts';

const BodyForm = lazy(async () => ({ default: (await import('./json-body/form/BodyForm.tsx')).BodyForm }));

interface Props {
  operation: OperationData;
  draft: CallDraft;
  fault: FieldFault | undefined;
  issues: FieldIssue[];
  actions: IssueActions;
  files: ChosenFiles;
  /** Whether the call goes to a sandbox, whose answers are known. */
  isSandbox: boolean;
  onChange: (draft: CallDraft) => void;
  onFiles: (files: ChosenFiles) => void;
}

/** The request body: its media type, examples, and an editor that knows the document. */
export function BodyEditor({ operation, draft, fault, files, isSandbox, onChange, onFiles, ...props }: Props) {
  const id = useId();
  const { requestBody } = operation;
  const { mediaType = '' } = draft;
  const content = requestBody?.content[mediaType];
  const [wanted, setView] = useBodyView();
  const [first] = useState(draft.bodies);
  // Whoever edits it wants to know all that the document says.
  const schemas = useSchemas(operation, wanted === 'form' || draft.bodies !== first);
  const kind = bodyShape(mediaType);
  const text = draft.bodies[mediaType] ?? '';
  const isJson = kind === 'json' || kind === 'form' || kind === 'multipart';
  const issues = useMemo(() => props.issues.filter((issue) => issue.in === 'body'), [props.issues]);
  const marks = useMemo(() => {
    if (!isJson || issues.length === 0) return [];
    const { spans } = readJsonText(text);
    return issues.flatMap(({ pointer, isMissing }) => {
      const span = isMissing ? undefined : spans.get(pointer);
      return span ? [{ pointer, ...span }] : [];
    });
  }, [isJson, issues, text]);
  const schema = content?.schema;
  const complete = useCallback((place: CaretPlace) => findCompletions(schema, place, schemas), [schema, schemas]);
  if (!requestBody || !content) return null;
  const shown = isJson && schema ? bodyOfDraft({ ...draft, includeBody: true }) : undefined;
  const isForm = wanted === 'form' && shown !== undefined;

  const original = bodyText(mediaType, content.example);
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
      {...(!isForm && { htmlFor: id })}
      title={<Translate id="console.body">Corpo</Translate>}
      aside={
        <>
          {isJson && schema && (
            <ViewChoice view={isForm ? 'form' : 'json'} isReadable={shown !== undefined} onChoose={setView} />
          )}
          <BodyType operation={operation} draft={draft} onChange={onChange} />
        </>
      }
    >
      <BodyChoices operation={operation} draft={draft} onChange={onChange} onText={setText} />
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
      ) : isForm ? (
        <Suspense fallback={null}>
          <BodyForm
            schema={schema}
            schemas={schemas}
            value={shown}
            issues={issues}
            actions={props.actions}
            onChange={(value) => setText(bodyText(mediaType, value))}
          />
        </Suspense>
      ) : (
        <CodeEditor
          id={id}
          language={isJson ? 'json' : kind}
          marks={marks}
          complete={isJson && schema ? complete : undefined}
          value={text}
          aria-invalid={fault !== undefined || issues.some(({ isSaid }) => isSaid) || undefined}
          aria-describedby={`${id}-note`}
          onChange={setText}
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
        <div id={`${id}-note`} className={styles.note}>
          <p role="status">
            {fault && <span className={styles.fault}>{faultText(fault)}</span>}
            {!fault && jsonFault && <JsonFault reason={jsonFault} isSandbox={isSandbox} />}
            {!fault && (kind === 'form' || kind === 'multipart') && (
              <Translate id="console.body.form">Cada propriedade vira um campo do formulário.</Translate>
            )}
          </p>
          {!isForm && <IssueList issues={issues} {...props.actions} />}
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

function JsonFault({ reason, isSandbox }: { reason: string; isSandbox: boolean }) {
  const values = { reason: <code translate="no">{reason}</code> };
  return (
    <span className={styles.doubt}>
      {isSandbox ? (
        <Translate id="console.body.notJson" values={values}>
          {'JSON inválido: o sandbox vai responder 400. {reason}'}
        </Translate>
      ) : (
        <Translate id="console.body.invalidJson" values={values}>
          {'JSON inválido. {reason}'}
        </Translate>
      )}
    </span>
  );
}

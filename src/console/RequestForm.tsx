import Translate from '@docusaurus/Translate';
import type { FormEvent, RefObject } from 'react';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import type { OperationData } from '../documents/operation-data.ts';
import type { ChosenServer } from '../exchange/use-api-server.ts';
import type { RequestDetails } from '../generated/platform/types.gen.ts';
import { BodyEditor } from './BodyEditor.tsx';
import { BODY_FIELD, type ChosenFiles, type FieldFault } from './build-request.ts';
import { CredentialField } from './CredentialField.tsx';
import type { CallDraft } from './call-draft.ts';
import type { IssueActions } from './check/IssueLine.tsx';
import type { FieldIssue } from './check/issues.ts';
import { HeaderFields } from './HeaderFields.tsx';
import { operationSecurity } from './operation-security.ts';
import { ParametersForm } from './ParametersForm.tsx';
import styles from './RequestForm.module.css';
import type { FilledForm } from './resend/fill-draft.ts';
import { ResendNotice } from './resend/ResendNotice.tsx';
import { ServerChoice } from './ServerChoice.tsx';
import { ServerKey } from './ServerKey.tsx';
import { SimulateField } from './SimulateField.tsx';
import { NO_SIMULATION } from './simulation.ts';
import type { PathSuggestions } from './use-path-suggestions.ts';

interface Props {
  id: string;
  form: RefObject<HTMLFormElement | null>;
  operation: OperationData;
  place: ChosenServer;
  draft: CallDraft;
  faults: Record<string, FieldFault>;
  issues: FieldIssue[];
  actions: IssueActions;
  files: ChosenFiles;
  paths: PathSuggestions;
  account: GuestKeyState;
  typedKey: string | undefined;
  /** The logged call that it was filled with, and what of it is not there. */
  filled: { former: RequestDetails; notes: FilledForm['notes'] } | undefined;
  onChange: (draft: CallDraft) => void;
  onFiles: (files: ChosenFiles) => void;
  onTypedKey: (key: string | undefined) => void;
  onServer: (url: string) => void;
  onSubmit: (event: FormEvent) => void;
}

/** All that is sent with a call: server, credential, parameters, body, faults to inject. */
export function RequestForm({ operation, place, draft, filled, account, onChange, ...props }: Props) {
  const isOutside = place.server?.isOwn === false;
  const needsKey = operationSecurity(operation).some((alternative) => alternative.length > 0);
  const isSandbox = operation.api.basePath.startsWith('/sandbox/');
  return (
    <form id={props.id} ref={props.form} className={styles.form} onSubmit={props.onSubmit} noValidate>
      {filled && <ResendNotice id={filled.former.id} notes={filled.notes} />}
      <ServerChoice {...place} choose={props.onServer} />
      {needsKey && isOutside && (
        <ServerKey
          operation={operation}
          draft={draft}
          value={props.typedKey ?? ''}
          onChange={onChange}
          onType={props.onTypedKey}
        />
      )}
      {needsKey && !isOutside && (
        <CredentialField
          operation={operation}
          account={account}
          draft={draft}
          typedKey={props.typedKey}
          onChange={onChange}
          onTypedKey={props.onTypedKey}
        />
      )}
      <ParametersForm
        operation={operation}
        draft={draft}
        faults={props.faults}
        issues={props.issues}
        actions={props.actions}
        paths={props.paths}
        onChange={onChange}
      />
      <HeaderFields headers={draft.headers ?? []} onChange={(headers) => onChange({ ...draft, headers })} />
      <BodyEditor
        operation={operation}
        draft={draft}
        fault={props.faults[BODY_FIELD]}
        issues={props.issues}
        actions={props.actions}
        files={props.files}
        isSandbox={isSandbox}
        onChange={onChange}
        onFiles={props.onFiles}
      />
      {isSandbox && (
        <SimulateField
          operation={operation}
          value={draft.simulation ?? NO_SIMULATION}
          onChange={(simulation) => onChange({ ...draft, simulation })}
        />
      )}
      {isSandbox && place.servers.length === 1 && (
        <p>
          <Translate id="console.sandboxOnly">O console só chama o sandbox; nenhum ambiente real é afetado.</Translate>
        </p>
      )}
    </form>
  );
}

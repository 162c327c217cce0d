import { useDeferredValue, useMemo, useState } from 'react';
import type { OperationData } from '../../documents/operation-data.ts';
import { useSchemas } from '../../documents/use-operation.ts';
import { findHeader, jsonOf, type ReceivedResponse } from '../../exchange/received-response.ts';
import { useLoggedRequest } from '../../exchange/use-logged-request.ts';
import { useFeatures } from '../../ui/use-features.ts';
import type { CallDraft } from '../call-draft.ts';
import type { CallState } from '../use-call.ts';
import { bodyOfDraft, checkDraft } from './check-draft.ts';
import { correctUnknown } from './correct-unknown.ts';
import { type FieldIssue, joinIssues } from './issues.ts';
import { readAnswerIssues } from './read-answer-issues.ts';

/** What is wrong with the form, before it is sent and after its call was refused. */
export function useIssues(operation: OperationData, draft: CallDraft, state: CallState): FieldIssue[] {
  const [first] = useState(draft);
  const shown = useDeferredValue(draft);
  const schemas = useSchemas(operation, shown !== first || state.phase === 'done');
  const found = useMemo(() => checkDraft(operation, schemas, shown), [operation, schemas, shown]);
  const { requests } = useFeatures();
  const done = state.phase === 'done' ? state : undefined;
  const refused = isRefused(done?.outcome.response) ? done?.outcome.response : undefined;
  // Calls outside this portal are in no log here; a simulated refusal says nothing of the form.
  const isLogged = requests && operation.api.basePath !== '';
  const id = isLogged && refused ? findHeader(refused, 'x-request-id') : undefined;
  const { data } = useLoggedRequest(id);
  const sent = done?.draft;
  const logged = data?.reason?.issues;
  const said = useMemo(
    () => (refused ? (logged ?? readAnswerIssues(jsonOf(refused), operation, sent && bodyOfDraft(sent))) : []),
    [refused, logged, operation, sent],
  );
  const schema = operation.requestBody?.content[sent?.mediaType ?? '']?.schema;
  return useMemo(
    () => joinIssues(said, found, sent, shown, (issue) => correctUnknown(issue, bodyOfDraft(shown), schema, schemas)),
    [said, found, sent, shown, schema, schemas],
  );
}

function isRefused(response: ReceivedResponse | undefined): boolean {
  return response !== undefined && /^4/.test(String(response.status)) && !findHeader(response, 'preference-applied');
}

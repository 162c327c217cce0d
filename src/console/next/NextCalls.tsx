import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import { useMemo } from 'react';
import { jsonOf, type ReceivedResponse } from '../../exchange/received-response.ts';
import { DocumentText } from '../../ui/DocumentText.tsx';
import { MethodBadge } from '../../ui/MethodBadge.tsx';
import { type CallDraft, fieldKey } from '../call-draft.ts';
import { bodyOfDraft } from '../check/check-draft.ts';
import styles from './NextCalls.module.css';
import { nextCalls } from './next-calls.ts';
import { type Called, useCalledApi } from './use-follow.ts';

interface Props {
  called: Called;
  draft: CallDraft;
  response: ReceivedResponse;
}

/** What may be called after an answer, each on its page with the values of this one. */
export function NextCalls({ called, draft, response }: Props) {
  const api = useCalledApi(called);
  const { operation } = called;
  const slug = api?.slug;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the API changes with its slug
  const calls = useMemo(() => {
    const sent = bodyOfDraft(draft);
    const pathValues = pathValuesOf(operation.path, draft);
    return api ? nextCalls({ api, operation, pathValues, response, body: jsonOf(response), sent }) : [];
  }, [slug, operation, draft, response]);
  if (calls.length === 0) return null;
  const title = translate({ id: 'console.next', message: 'A seguir' });
  return (
    <nav className={styles.next} aria-label={title}>
      <strong>{title}</strong>
      <ul>
        {calls.map(({ method, summary, to }) => (
          <li key={to}>
            <Link to={to}>
              <MethodBadge method={method} compact /> <DocumentText>{summary}</DocumentText>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function pathValuesOf(path: string, draft: CallDraft): Record<string, string> {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(
    names.map((name) => [name, String(draft.fields[fieldKey({ in: 'path', name })]?.value ?? '')]),
  );
}

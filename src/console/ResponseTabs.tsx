import { translate } from '@docusaurus/Translate';
import { HeaderLines } from '../ui/HeaderLines.tsx';
import { type TabItem, Tabs } from '../ui/Tabs.tsx';
import { RequestView } from './answer/RequestView.tsx';
import { CurlView } from './CurlView.tsx';
import type { Follow } from './next/use-follow.ts';
import { ResponseBody } from './ResponseBody.tsx';
import styles from './ResponsePane.module.css';
import type { CallState } from './use-call.ts';

interface Props {
  state: Extract<CallState, { phase: 'done' }>;
  follow: Follow;
  /** Whether what was sent is shown, too. */
  withRequest: boolean;
}

/** The parts of a call that has ended: what came, and what was sent. */
export function ResponseTabs({ state, follow, withRequest }: Props) {
  const items = tabsOf(state, follow, withRequest);
  if (items.length === 0) return null;
  return <Tabs label={translate({ id: 'console.response.tabs', message: 'Partes da resposta' })} items={items} />;
}

function tabsOf(
  { outcome: { response }, request, key }: Props['state'],
  follow: Props['follow'],
  withRequest: boolean,
): TabItem[] {
  const sent: TabItem[] = withRequest
    ? [
        {
          id: 'request',
          label: translate({ id: 'console.response.request', message: 'Requisição' }),
          content: <RequestView request={request} apiKey={key} response={response} />,
        },
        { id: 'curl', label: 'curl', content: <CurlView request={request} apiKey={key} /> },
      ]
    : [];
  if (!response) return sent;
  return [
    {
      id: 'body',
      label: translate({ id: 'console.response.body', message: 'Corpo' }),
      content: <ResponseBody key={response.sentAt} response={response} follow={follow} />,
    },
    {
      id: 'headers',
      label: translate(
        { id: 'console.response.headers', message: 'Cabeçalhos ({count})' },
        { count: response.headers.length },
      ),
      content: (
        <div className={styles.headers}>
          <HeaderLines
            headers={response.headers}
            follow={(name, value) => (/^(content-)?location$/i.test(name) ? follow({ value }) : undefined)}
          />
        </div>
      ),
    },
    ...sent,
  ];
}

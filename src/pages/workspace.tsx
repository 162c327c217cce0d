import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Workspace = lazy(async () => ({ default: (await import('../workspace/Workspace.tsx')).Workspace }));

/** The reader's sandbox: its clock and its data. */
export default function WorkspacePage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      title={translate({ id: 'workspace.title', message: 'Espaço de trabalho' })}
      description={translate({
        id: 'workspace.description',
        message: 'O relógio e os dados do seu sandbox: adiante a hora, recomece quando quiser.',
      })}
      keywords={translate({
        id: 'workspace.keywords',
        message: 'relógio, adiantar a hora, recomeçar, reset, apagar os dados',
      })}
      lead={
        <Translate id="workspace.lead">
          Os sandboxes de todas as APIs, com dados só seus e um relógio que você adianta. Prazos, ciclos de vida e
          limites seguem este relógio.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <Workspace />}</Suspense>
    </Page>
  );
}

import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Members = lazy(async () => ({ default: (await import('../people/Members.tsx')).Members }));

export default function MembersPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      isPersonal
      title={translate({ id: 'people.membersPage.title', message: 'Membros' })}
      description={translate({
        id: 'people.membersPage.description',
        message: 'Quem trabalha no espaço, com que papel, e quem foi convidado.',
      })}
      keywords={translate({
        id: 'people.membersPage.keywords',
        message: 'equipe, convidar, convite, papéis, permissões',
      })}
      lead={
        <Translate id="people.membersPage.lead">
          Administradores podem tudo; desenvolvedores, tudo menos gerenciar membros; leitores só consultam.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <Members />}</Suspense>
    </Page>
  );
}

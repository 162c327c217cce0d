import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Invitation = lazy(async () => ({ default: (await import('../people/Invitation.tsx')).Invitation }));

/** The target of an invitation's link. */
export default function InvitationPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      isPersonal
      title={translate({ id: 'people.invitationPage.title', message: 'Convite' })}
      description={translate({
        id: 'people.invitationPage.description',
        message: 'Aceite o convite para um espaço de trabalho.',
      })}
      lead={
        <Translate id="people.invitationPage.lead">
          Aceite para trabalhar no mesmo espaço que quem convidou você.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <Invitation />}</Suspense>
    </Page>
  );
}

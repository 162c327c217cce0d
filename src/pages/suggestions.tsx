import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const SignedInOnly = lazy(async () => ({ default: (await import('../people/SignedInOnly.tsx')).SignedInOnly }));
const SuggestionList = lazy(async () => ({
  default: (await import('../suggestions/SuggestionList.tsx')).SuggestionList,
}));

/** What readers suggest, for the provider of the portal. */
export default function SuggestionsPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      isPersonal
      title={translate({ id: 'suggestions.page.title', message: 'Sugestões dos leitores' })}
      description={translate({
        id: 'suggestions.page.description',
        message: 'O que os leitores dizem que está errado ou faltando nas páginas, para o provedor do portal.',
      })}
      keywords={translate({
        id: 'suggestions.page.keywords',
        message: 'sugestões, comentários, avaliação, opinião, contato, provedor',
      })}
      lead={
        <Translate id="suggestions.page.lead">
          O que está errado ou faltando nas páginas, nas palavras de quem as lê. Só o provedor deste portal vê esta
          lista.
        </Translate>
      }
    >
      <Suspense fallback={null}>
        {isBrowser && (
          <SignedInOnly
            guest={
              <Translate id="suggestions.page.guest">
                Para enviar uma sugestão, use o rodapé da página em questão. Para ler as que chegaram, entre na conta de
                um membro do espaço do provedor.
              </Translate>
            }
          >
            {() => <SuggestionList />}
          </SignedInOnly>
        )}
      </Suspense>
    </Page>
  );
}

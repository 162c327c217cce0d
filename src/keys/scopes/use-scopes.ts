import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import texts from '@generated/pages-data/default/scope-texts.json';
import { useQuery } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import type { ApiLine } from '../../documents/api-index-data.ts';
import { listScopes } from '../../generated/platform/sdk.gen.ts';
import type { ApiScopes } from '../../generated/platform/types.gen.ts';
import { useServerUrl } from '../../ui/use-server-url.ts';

/** All scopes of the portal by API, described in the page's language if the documents have it. */
export function useScopes() {
  const call = usePlatform();
  const { i18n, siteConfig } = useDocusaurusContext();
  const apis = (siteConfig.customFields?.apis ?? []) as ApiLine[];
  return useQuery<ApiScopes[], PlatformError>({
    queryKey: ['scopes', useServerUrl(), i18n.currentLocale],
    queryFn: async () => {
      const { data } = await call((options) => listScopes(options));
      return data.map((api) => ({
        ...api,
        title: apis.find(({ slug }) => slug === api.api)?.title ?? api.title,
        scopes: api.scopes.map((scope) => ({ ...scope, description: texts[scope.name] ?? scope.description })),
      }));
    },
    // They change only with a new build.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
}

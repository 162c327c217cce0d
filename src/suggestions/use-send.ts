import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useState } from 'react';
import { acceptLanguage } from '../client/accept-language.ts';
import { platformClient } from '../client/platform-client.ts';
import { PlatformError } from '../client/platform-error.ts';
import { createSuggestion } from '../generated/platform/sdk.gen.ts';
import type { NewSuggestion } from '../generated/platform/types.gen.ts';
import { useServerUrl } from '../ui/use-server-url.ts';

type State = { phase: 'writing' | 'sending' | 'sent'; error?: PlatformError };

/** Sends a suggestion, with the session's cookie if there is one, and without any key: nobody needs a workspace to write. */
export function useSend() {
  const serverUrl = useServerUrl();
  const { currentLocale } = useDocusaurusContext().i18n;
  const [state, setState] = useState<State>({ phase: 'writing' });

  /** Resolves to whether it was sent. */
  async function send(suggestion: Omit<NewSuggestion, 'language'>): Promise<boolean> {
    setState({ phase: 'sending' });
    try {
      await createSuggestion({
        client: platformClient(serverUrl),
        headers: { 'Accept-Language': acceptLanguage(currentLocale) },
        body: { ...suggestion, language: currentLocale.split('-')[0] as NewSuggestion['language'] },
        throwOnError: true,
      });
      setState({ phase: 'sent' });
      return true;
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      setState({ phase: 'writing', error });
      return false;
    }
  }

  return { ...state, send, again: () => setState({ phase: 'writing' }) };
}

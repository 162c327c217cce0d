import { useLocation } from '@docusaurus/router';
import { translate } from '@docusaurus/Translate';
import { useColorMode } from '@docusaurus/theme-common';
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { hasPage } from '../../ui/page-features.ts';
import { useFeatures } from '../../ui/use-features.ts';
import { useServerUrl } from '../../ui/use-server-url.ts';
import type { Command } from './command.ts';
import { copyKey, hasKey } from './copy-key.ts';

/** What the search does on this page; `close` closes it first. */
export function useCommands(close: () => void): Command[] {
  return [...useConsole(close), ...useKey(), ...usePages(), ...useLanguages(), ...useThemes(close)];
}

/** Opens the console of the operation that is read. */
function useConsole(close: () => void): Command[] {
  if (!document.getElementById('try')) return [];
  return [
    {
      id: 'console',
      label: translate({ id: 'search.command.console', message: 'Abrir o console desta operação' }),
      words: 'console experimentar testar try test run probar consola',
      run: async () => {
        close();
        location.hash = '#try';
        return undefined;
      },
    },
  ];
}

function useKey(): Command[] {
  const serverUrl = useServerUrl();
  if (!useFeatures().sandbox) return [];
  return [
    {
      id: 'key',
      label: hasKey()
        ? translate({ id: 'search.command.key', message: 'Copiar minha chave de teste' })
        : translate({ id: 'search.command.newKey', message: 'Criar uma chave de teste e copiar' }),
      words: 'copiar copy',
      run: async () => {
        try {
          await copyKey(serverUrl);
          return translate({ id: 'search.command.keyCopied', message: 'Chave copiada.' });
        } catch {
          return translate({ id: 'search.command.keyFailed', message: 'A chave não pôde ser copiada.' });
        }
      },
    },
  ];
}

/** Pages that people go to between calls. The index finds them, too: these are for who does not know what they are called. */
function usePages(): Command[] {
  const features = useFeatures();
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const words = 'ir abrir go open ver';
  return [
    { id: 'requests', label: translate({ id: 'search.command.requests', message: 'Ir para as requisições' }), words },
    { id: 'webhooks', label: translate({ id: 'search.command.webhooks', message: 'Ir para os webhooks' }), words },
    { id: 'keys', label: translate({ id: 'search.command.keys', message: 'Ir para as chaves' }), words },
  ]
    .filter(({ id }) => hasPage(features, `/${id}`))
    .map((command) => ({ ...command, to: baseUrl + command.id }));
}

/** This page in the other languages. */
function useLanguages(): Command[] {
  const { currentLocale, locales, localeConfigs } = useDocusaurusContext().i18n;
  const { search, hash } = useLocation();
  const { createUrl } = useAlternatePageUtils();
  const names: Record<string, string> = {
    'pt-BR': 'português portuguese portugués',
    en: 'english inglês inglés',
    es: 'español spanish espanhol',
  };
  return locales
    .filter((locale) => locale !== currentLocale)
    .map((locale) => {
      const { label: language = locale, htmlLang } = localeConfigs[locale] ?? {};
      return {
        id: `language-${locale}`,
        label: translate({ id: 'search.command.language', message: 'Ler esta página em {language}' }, { language }),
        words: `idioma língua language ${language} ${names[locale] ?? ''}`,
        to: createUrl({ locale, fullyQualified: false }) + search + hash,
        lang: htmlLang ?? locale,
      };
    });
}

function useThemes(close: () => void): Command[] {
  const { colorModeChoice, setColorMode } = useColorMode();
  const theme = (choice: 'light' | 'dark' | null, label: string, words: string) => ({
    choice,
    command: {
      id: `theme-${choice ?? 'system'}`,
      label,
      words: `tema theme modo mode cores colour color ${words}`,
      run: async () => {
        setColorMode(choice);
        close();
        return undefined;
      },
    },
  });
  return [
    theme('light', translate({ id: 'search.command.light', message: 'Tema claro' }), 'claro light'),
    theme('dark', translate({ id: 'search.command.dark', message: 'Tema escuro' }), 'escuro dark oscuro'),
    theme(null, translate({ id: 'search.command.system', message: 'Tema do sistema' }), 'sistema system'),
  ]
    .filter(({ choice }) => choice !== colorModeChoice)
    .map(({ command }) => command);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { ownTextsFile, writeOtherTexts } from './own-texts.ts';

/** Keeps pages light: what endpoint pages share is one file that no guide loads, what nothing uses is left out, and texts go with the code that shows them. */
export default function bundling({ siteDir, generatedFilesDir, i18n }: LoadContext): Plugin {
  const file = ownTextsFile(siteDir, i18n.currentLocale);
  return {
    name: 'bundling',
    configureWebpack(_config, isServer, { currentBundler }) {
      const test = /[\\/]src[\\/]reference[\\/].*\.tsx?$/;
      const endpointPage = { name: 'endpoint', test, chunks: 'async' as const, minChunks: 2, priority: 45 };
      // Code is coloured by src/ui/tokenize.ts; the stock highlighter would weigh 24 kB on every page.
      const resolve = { alias: { 'prism-react-renderer': false as const } };
      if (isServer) return { resolve };
      const optimization = { splitChunks: { cacheGroups: { endpointPage } } };
      if (!existsSync(file)) return { resolve, optimization };
      const { NormalModuleReplacementPlugin } = currentBundler.instance;
      const others = writeOtherTexts(siteDir, generatedFilesDir, i18n.currentLocale);
      return {
        resolve,
        optimization,
        plugins: [new NormalModuleReplacementPlugin(/^@generated\/codeTranslations$/, others)],
        module: {
          rules: [
            {
              test: /[\\/]src[\\/].*\.tsx?$/,
              exclude: /node_modules/,
              enforce: 'pre' as const,
              loader: join(siteDir, 'scripts/site/own-texts-loader.ts'),
              options: { file },
            },
          ],
        },
      };
    },
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { ownTextsFile, writeOtherTexts } from './own-texts.ts';
import { slimmed } from './slim-data.ts';

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
      // Every page loads the names of all chunks: their hashes alone tell them apart.
      const isProduction = process.env.NODE_ENV === 'production';
      const output = isProduction ? { chunkFilename: 'assets/js/[contenthash:8].js' } : {};
      // While one writes a document, its pages are modules that reload.
      const slimming = isProduction
        ? [{ test: slimmed, loader: join(siteDir, 'scripts/site/slim-data-loader.ts') }]
        : [];
      if (!existsSync(file)) return { resolve, output, optimization, module: { rules: slimming } };
      const { NormalModuleReplacementPlugin } = currentBundler.instance;
      const others = writeOtherTexts(siteDir, generatedFilesDir, i18n.currentLocale);
      return {
        resolve,
        output,
        optimization,
        plugins: [new NormalModuleReplacementPlugin(/^@generated\/codeTranslations$/, others)],
        module: {
          rules: [
            ...slimming,
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

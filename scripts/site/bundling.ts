import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { ownTexts, ownTextsFile, writeOtherTexts } from './own-texts.ts';
import { slimmed } from './slim-data.ts';

/** Reduces page weight: a shared chunk for endpoint pages, no unused data, and texts bundled with the code that shows them. */
export default function bundling({ siteDir, generatedFilesDir, i18n }: LoadContext): Plugin {
  const file = ownTextsFile(siteDir, i18n.currentLocale);
  return {
    name: 'bundling',
    async getDefaultCodeTranslationMessages() {
      return ownTexts(file);
    },
    configureWebpack(config, isServer, { currentBundler }) {
      const test = /[\\/]src[\\/]reference[\\/].*\.tsx?$/;
      const endpointPage = { name: 'endpoint', test, chunks: 'async' as const, minChunks: 2, priority: 45 };
      // src/ui/tokenize.ts highlights code; the stock highlighter would add 24 kB to every page.
      const resolve = { alias: { 'prism-react-renderer': false as const } };
      if (isServer) return { resolve };
      const optimization = { splitChunks: { cacheGroups: { endpointPage } } };
      // Every page loads the file names of all chunks, so use only the hash.
      const isProduction = process.env.NODE_ENV === 'production';
      const output = isProduction ? { chunkFilename: 'assets/js/[contenthash:8].js' } : {};
      const slimming = [{ test: slimmed, loader: join(siteDir, 'scripts/site/slim-data-loader.ts') }];
      const development = isProduction ? {} : forDevelopment(config, generatedFilesDir);
      if (!existsSync(file)) return { ...development, resolve, output, optimization, module: { rules: slimming } };
      const { NormalModuleReplacementPlugin } = currentBundler.instance;
      const others = writeOtherTexts(siteDir, generatedFilesDir, i18n.currentLocale);
      return {
        ...development,
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

/** Pages reload when the data of an operation has changed, and what the bundler remembers of one portal is not taken for another's. */
function forDevelopment(config: object, folder: string): object {
  const { cache } = (config as { experiments?: { cache?: { version?: string } } }).experiments ?? {};
  return {
    devServer: { liveReload: true },
    ...(cache?.version && { experiments: { cache: { version: `${cache.version}-${folder}` } } }),
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { Locale } from '../../server/settings/languages.ts';
import { ownExtension } from '../../server/settings/own-extension.ts';
import { ownTexts, ownTextsFile, writeOtherTexts } from './own-texts.ts';
import { readSettings, referenceFolder } from './settings.ts';
import { slimmed } from './slim-data.ts';

/** Pages import files by the names that they have in the project; in a package they are compiled. */
const extensionAlias = { '.ts': ['.ts', '.js'], '.tsx': ['.tsx', '.js'] };

/** Reduces page weight: a shared chunk for endpoint pages, no unused data, and texts bundled with the code that shows them. */
export default function bundling({ siteDir, generatedFilesDir, i18n }: LoadContext): Plugin {
  const file = ownTextsFile(siteDir, i18n.currentLocale);
  const pages = referenceFolder(readSettings(siteDir).caisDir, i18n.currentLocale as Locale);
  const loader = (name: string) => join(siteDir, `scripts/site/${name}${ownExtension}`);
  return {
    name: 'bundling',
    async getDefaultCodeTranslationMessages() {
      return ownTexts(file);
    },
    configureWebpack(_config, isServer, { currentBundler }) {
      // What tells of versions is for pages that have several.
      const test = /[\\/]src[\\/]reference[\\/](?!versions[\\/]).*\.[jt]sx?$/;
      const endpointPage = { name: 'endpoint', test, chunks: 'async' as const, minChunks: 2, priority: 45 };
      // src/ui/tokenize.ts highlights code; the stock highlighter would add 24 kB to every page.
      const resolve = { alias: { 'prism-react-renderer': false as const }, extensionAlias };
      // The browser fetches the data of pages.
      const data = { test: /\.json$/, include: pages, type: 'javascript/auto', loader: loader('exact-data-loader') };
      if (isServer) return { resolve, module: { rules: [data] } };
      const optimization = { splitChunks: { cacheGroups: { endpointPage } } };
      // Every page loads the file names of all chunks, so use only the hash.
      const isProduction = process.env.NODE_ENV === 'production';
      const output = isProduction ? { chunkFilename: 'assets/js/[contenthash:8].js' } : {};
      const slimming = [{ test: slimmed, loader: loader('slim-data-loader') }];
      const development = isProduction ? {} : forDevelopment(generatedFilesDir);
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
              test: /\.[jt]sx?$/,
              include: join(siteDir, 'src'),
              enforce: 'pre' as const,
              loader: loader('own-texts-loader'),
              options: { file },
            },
          ],
        },
      };
    },
  };
}

/** Pages reload when the data of an operation has changed, and what the bundler remembers of a portal lies with what else is made of it. */
function forDevelopment(generatedFilesDir: string): object {
  const directory = join(generatedFilesDir, '../bundler');
  const isKept = !process.env.DOCUSAURUS_NO_PERSISTENT_CACHE;
  return {
    devServer: { liveReload: true },
    ...(isKept && { experiments: { cache: { storage: { type: 'filesystem', directory } } } }),
  };
}

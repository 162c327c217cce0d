import type { Plugin } from '@docusaurus/types';

/** Keeps pages light: what endpoint pages share is one file that no guide loads, and what nothing uses is left out. */
export default function bundling(): Plugin {
  return {
    name: 'bundling',
    configureWebpack(_config, isServer) {
      const test = /[\\/]src[\\/]reference[\\/].*\.tsx?$/;
      const endpointPage = { name: 'endpoint', test, chunks: 'async' as const, minChunks: 2, priority: 45 };
      // Code is coloured by src/ui/tokenize.ts; the stock highlighter would weigh 24 kB on every page.
      const alias = { 'prism-react-renderer': false as const };
      return isServer
        ? { resolve: { alias } }
        : { resolve: { alias }, optimization: { splitChunks: { cacheGroups: { endpointPage } } } };
    },
  };
}

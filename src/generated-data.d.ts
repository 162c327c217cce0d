/** Made by scripts/site/pages-data.ts when the portal is built. */
declare module '@generated/pages-data/default/first-call.json' {
  const firstCall: import('./home/first-call-data.ts').FirstCallData | null;
  export default firstCall;
}

declare module '@generated/pages-data/default/downloads.json' {
  const downloads: import('./downloads/download-line.ts').DownloadLine[];
  export default downloads;
}

declare module '@generated/pages-data/default/key-samples.json' {
  const samples: import('./keys/keys/key-sample.ts').KeySample[];
  export default samples;
}

/** What the documents say of each scope, in the page's language. */
declare module '@generated/pages-data/default/scope-texts.json' {
  const texts: Record<string, string>;
  export default texts;
}

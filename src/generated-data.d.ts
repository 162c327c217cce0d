/** Made by scripts/site/pages-data.ts when the portal is built. */
declare module '@generated/pages-data/default/first-call.json' {
  const firstCall: import('./home/first-call-data.ts').FirstCallData | null;
  export default firstCall;
}

declare module '@generated/pages-data/default/downloads.json' {
  const downloads: import('./downloads/download-line.ts').DownloadLine[];
  export default downloads;
}

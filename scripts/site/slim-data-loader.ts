import { slimData } from './slim-data.ts';

/** Makes what Docusaurus generates for every page smaller on its way to the browser. */
export default function slimDataLoader(this: { resourcePath: string }, source: string): string {
  return slimData(this.resourcePath, source);
}

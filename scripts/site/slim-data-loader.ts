import { slimData } from './slim-data.ts';

/** Removes unused data from files that Docusaurus generates for every page. */
export default function slimDataLoader(this: { resourcePath: string }, source: string): string {
  return slimData(this.resourcePath, source);
}

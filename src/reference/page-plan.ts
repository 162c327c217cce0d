import useBaseUrl from '@docusaurus/useBaseUrl';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { parseExactly } from '../../wire/exact-json.ts';
import type { OperationData } from '../documents/operation-data.ts';
import type { Schemas } from './schema-view.ts';

/** What of a page is in its HTML (plan-places.ts), and the API whose schemas have the rest; without one, the page has all. */
export interface PagePlan {
  places: ReadonlySet<string>;
  api?: string;
}

export const PagePlan = createContext<PagePlan>({ places: new Set() });

export function usePagePlan({ places, api }: OperationData): PagePlan {
  return useMemo(() => ({ places: new Set(places), api: api.slug }), [places, api]);
}

const loading = new Map<string, Promise<Schemas>>();

/** Whole schemas for what is not in the HTML, once it is wanted; undefined until they are there. */
export function useWholeSchemas(own: Schemas, wanted: boolean): Schemas | undefined {
  const { api } = useContext(PagePlan);
  const url = useBaseUrl(`/reference/${api}.schemas.json`);
  const [loaded, setLoaded] = useState<Schemas>();
  const isNeeded = wanted && api !== undefined && Object.values(own).some((schema) => schema['x-head']);
  useEffect(() => {
    let isHere = true;
    // What cannot be loaded is shown as far as it is known, and asked for again when another part is opened.
    if (isNeeded)
      load(url)
        .catch(() => own)
        .then((schemas) => isHere && setLoaded(schemas));
    return () => {
      isHere = false;
    };
  }, [isNeeded, url, own]);
  return isNeeded ? loaded : own;
}

function load(url: string): Promise<Schemas> {
  const known = loading.get(url);
  if (known) return known;
  const schemas = fetch(url).then(async (response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return parseExactly(await response.text()) as Schemas;
  });
  loading.set(url, schemas);
  schemas.catch(() => loading.delete(url));
  return schemas;
}

import type { DocsData, HookLine, ServerData } from './operation-aside.ts';
import type { OperationData, SecurityData } from './operation-data.ts';
import type { VersionEnd, VersionRef } from './operation-versions.ts';

/** Data of an API's overview page. Descriptions are HTML, as in OperationData. */
export interface ApiIndexData {
  api: OperationData['api'];
  /** The language in which the document is written. */
  language: string;
  description: string;
  /** What the document says of itself in one line. */
  summary?: string;
  /** Address of a picture that pages may show. */
  logo?: { url: string; alt: string };
  contact?: Contact;
  license?: { name: string; url?: string };
  /** The address of its terms. */
  terms?: string;
  docs?: DocsData;
  /** Whether the API has a sandbox plan page. */
  isExplained: boolean;
  /** Whether it has a page on how it works. */
  hasWorks: boolean;
  /** The versions of the API, if there are several. */
  versions?: VersionRef[];
  /** When its older versions end, by their names. */
  ends?: Record<string, VersionEnd>;
  /** Servers other than this portal's sandbox, as the document lists them. */
  servers: ServerData[];
  /** Those with a Postman environment, by the names of these. */
  environments: { name: string; description: string }[];
  security: SecurityData[];
  /** Those of a group stand together. */
  tags: TagData[];
  webhooks: HookLine[];
  callbacks: (HookLine & { caller: string })[];
}

/** Whom the document names for questions (`info.contact`). */
interface Contact {
  name?: string;
  /** By http or https. */
  url?: string;
  email?: string;
}

export interface TagData {
  name: string;
  label: string;
  /** The HTML id of its section. */
  id: string;
  /** The heading under which the document groups it, if any. */
  group?: string;
  /** The older version of the API to which it belongs. */
  older?: string;
  description: string;
  docs?: DocsData;
  operations: OperationLine[];
}

export interface OperationLine {
  slug: string;
  method: string;
  path: string;
  summary: string;
  deprecated: boolean;
}

/** One API in the list of all APIs. */
export interface ApiLine {
  slug: string;
  title: string;
  version: string;
  /** One paragraph of plain text. */
  summary: string;
  basePath: string;
  operations: number;
  contact?: Contact;
  /** The language of its texts, where they are not in that of the page. */
  lang?: string;
  /** The heading under which the portal lists it, if any. */
  group?: string;
  /** The sections of the page on how it works, by their places there; undefined without that page. */
  works?: string[];
  /** True if it is left out: its page says so, and it has no others. */
  faulty: boolean;
}

/** A fault of one of the APIs, as `/readyz?verbose` tells it to the operator. */
export interface FaultData {
  api: string;
  stage: string;
  /** Without one, the API or a part of it is left out. */
  operation?: string;
  left_out: 'api' | 'operation' | 'part';
  file: string;
  line: number;
  message: string;
  remedy: string;
}

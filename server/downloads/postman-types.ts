/** The parts of a Postman Collection v2.1 that the downloads use. */

export interface PostmanCollection {
  info: { name: string; description?: string; schema: string };
  auth?: PostmanAuth;
  variable: PostmanVariable[];
  item: PostmanItem[];
}

export interface PostmanVariable {
  key: string;
  value: string;
  type?: string;
  description?: string;
}

/** A folder (with `item`) or a request. */
export interface PostmanItem {
  name: string;
  description?: string;
  item?: PostmanItem[];
  request?: PostmanRequest;
  event?: { listen: 'test' | 'prerequest'; script: { type: string; exec: string[] } }[];
}

export interface PostmanRequest {
  method: string;
  description?: string;
  auth?: PostmanAuth;
  header: { key: string; value: string; disabled?: boolean; description?: string }[];
  url: {
    raw: string;
    host: string[];
    path: string[];
    /** A pair without a value has none at all. */
    query?: { key: string; value: string | null; disabled?: boolean; description?: string }[];
  };
  body?: PostmanBody;
}

export type PostmanBody =
  | { mode: 'raw'; raw: string; options: { raw: { language: string } } }
  | { mode: 'urlencoded'; urlencoded: { key: string; value: string }[] }
  | { mode: 'formdata'; formdata: PostmanPart[] }
  | { mode: 'file'; file: PostmanFile };

/** A file is chosen in Postman; `value` and `content` are Base64, and sent while there is no `src`. */
type PostmanFile = { src: null; content: string };

type PostmanPart = { key: string; contentType?: string; description?: string } & (
  | { type: 'text'; value: string }
  | { type: 'file'; src: null; value: string; fileName: string }
);

export type PostmanAuth =
  | { type: 'noauth' }
  | { type: 'basic' | 'bearer' | 'apikey'; [kind: string]: PostmanVariable[] | string };

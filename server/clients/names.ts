/** Words that cannot be the name of a constant in a module (ECMAScript, 12.7.2), or would hide what generated code uses. */
const reservedWords =
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield undefined NaN Infinity globalThis'.split(
    ' ',
  );

/** What the modules of a package call their own functions. */
const ownFunctions = ['collect', 'createClient', 'items', 'operation', 'pages', 'servers', 'makeClient', 'api'];

/** Types that generated declarations use, the language's and the package's. */
const usedTypes =
  'any unknown never string number boolean object symbol bigint void null undefined Array ReadonlyArray Promise Record Blob ArrayBuffer Uint8Array ReadableStream Headers Response Request AbortSignal Date Binary Client ClientError ClientOptions Auth BasicCredentials OAuthCredentials Secret Operation ListOperation NegotiatedOperation NegotiatedListOperation FormData Page Result Success Failure Failed RequestOptions Items Pages Collect Listing'.split(
    ' ',
  );

/** Gives each thing a name of its own: the first that wants a name gets it, later ones are numbered. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: string[]) {
    this.#taken = new Set(taken);
  }

  take(wanted: string): string {
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted}${number}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }

  /** The beginning of several names, of which none is taken. */
  takeAll(wanted: string, endings: string[]): string {
    for (let number = 1; ; number++) {
      const beginning = number === 1 ? wanted : `${wanted}${number}`;
      const names = endings.map((ending) => beginning + ending);
      if (names.some((name) => this.#taken.has(name))) continue;
      for (const name of names) this.#taken.add(name);
      return beginning;
    }
  }
}

export function functionNames(): Names {
  return new Names([...reservedWords, ...ownFunctions]);
}

export function typeNames(): Names {
  return new Names([...reservedWords, ...usedTypes]);
}

/** `list-customers` as `listCustomers`; what is an identifier stays as it is. */
export function asIdentifier(text: string): string {
  if (isIdentifier(text)) return text;
  const words = text.split(/[^\p{ID_Continue}$]+/u).filter(Boolean);
  const joined = words.map((word, index) => (index === 0 ? word : capitalize(word))).join('');
  return isIdentifier(joined) ? joined : `_${joined}`;
}

export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}

export function capitalize(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** The name of a property in an object or a type: as it is, or in quotes. */
export function propertyName(name: string): string {
  return isIdentifier(name) && name !== '__proto__' ? name : quote(name);
}

/** A string literal. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}

/**
 * Splits code into tokens to highlight: comments, strings, numbers, keywords, properties, punctuation. Not a parser: one regular
 * expression per language, about 2 kB in all. A general highlighter would outweigh the rest of an endpoint page.
 */
export interface Token {
  kind?: 'comment' | 'string' | 'number' | 'keyword' | 'property' | 'punctuation';
  text: string;
}

const number = String.raw`(?<number>\b\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?\b)`;
const quoted = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;
const tripleQuoted = String.raw`"{3}[\s\S]*?"{3}`;
const backticked = '`(?:\\\\[\\s\\S]|[^`\\\\])*`';
const punctuation = String.raw`(?<punctuation>[{}[\]();,])`;

/** The token pattern of a C-like language. */
function cLike(words: string, { hash = false, strings = quoted } = {}): RegExp {
  const comment = hash
    ? String.raw`(?<![:\w])\/\/.*|#.*|\/\*[\s\S]*?\*\/`
    : String.raw`(?<![:\w])\/\/.*|\/\*[\s\S]*?\*\/`;
  return new RegExp(
    `(?<comment>${comment})|(?<string>${strings})|(?<keyword>\\b(?:${words.replaceAll(' ', '|')})\\b)|${number}|${punctuation}`,
    'g',
  );
}

const rules: Record<string, RegExp> = {
  json: /(?<property>"(?:\\.|[^"\\\n])*"(?=\s*:))|(?<string>"(?:\\.|[^"\\\n])*")|(?<keyword>\b(?:true|false|null)\b)|(?<number>-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<punctuation>[{}[\],:])/g,
  yaml: new RegExp(
    String.raw`(?<comment>(?:^|(?<=\s))#.*)|(?<property>^[ \t-]*[\w.$/{}"'-]+(?=:(?:\s|$)))|(?<string>${quoted})|(?<keyword>\b(?:true|false|null)\b)|${number}`,
    'gm',
  ),
  shell:
    /(?<comment>(?:^|(?<=\s))#.*)|(?<string>"(?:\\[\s\S]|[^"\\])*"|'[^']*')|(?<keyword>(?:^|(?<=[|;&]\s*))(?:curl|npm|npx|node|git|cd|export|docker|newman|pip)\b)|(?<property>(?<=\s)--?[\w-]+)|(?<punctuation>\\$)/gm,
  http: new RegExp(
    String.raw`(?<keyword>^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|HTTP\/[\d.]+)\b)|(?<property>^[\w-]+(?=: ))|(?<string>"(?:\\.|[^"\\\n])*")|${number}`,
    'gm',
  ),
  xml: /(?<comment><!--[\s\S]*?-->)|(?<string>"[^"]*")|(?<keyword><\/?[\w:.?-]+|\??\/?>)|(?<property>\b[\w:-]+(?==))/g,
  javascript: cLike(
    'async await break case catch class const continue default else export false finally for from function if import in let new null of return switch throw true try typeof undefined while',
    {
      strings: `${quoted}|${backticked}`,
    },
  ),
  python: new RegExp(
    String.raw`(?<comment>#.*)|(?<string>[bfr]?(?:"""[\s\S]*?"""|${quoted}))|(?<keyword>\b(?:and|as|def|elif|else|except|False|for|from|if|import|in|is|None|not|or|print|return|True|try|while|with)\b)|${number}|${punctuation}`,
    'g',
  ),
  php: cLike('array as catch class echo else false for foreach function if new null return throw true try use while', {
    hash: true,
  }),
  java: cLike(
    'boolean catch class else false final for if import int new null package private public return static String throw throws true try var void while',
    {
      strings: `${tripleQuoted}|${quoted}`,
    },
  ),
  csharp: cLike(
    'async await bool catch class else false for foreach if in int namespace new null private public return static string throw true try using var void while',
    {
      strings: `${tripleQuoted}|@?"(?:""|[^"])*"|'(?:\\\\.|[^'\\\\])'`,
    },
  ),
  go: cLike(
    'break case chan const continue defer else false for func go if import interface map nil package range return struct switch true type var',
    {
      strings: `${quoted}|${backticked}`,
    },
  ),
};

const aliases: Record<string, string> = {
  bash: 'shell',
  sh: 'shell',
  js: 'javascript',
  jsx: 'javascript',
  ts: 'javascript',
  tsx: 'javascript',
  typescript: 'javascript',
  py: 'python',
  cs: 'csharp',
  yml: 'yaml',
  html: 'xml',
};

/** Longer code is not highlighted, because it would make the page slow. */
const limit = 200_000;

/** Splits code into tokens whose texts add up to the original code. */
export function tokenize(code: string, language: string): Token[] {
  const rule = rules[aliases[language] ?? language];
  if (!rule || code.length > limit) return [{ text: code }];
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(rule)) {
    if (match.index > end) tokens.push({ text: code.slice(end, match.index) });
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    tokens.push({ kind: kind as Token['kind'], text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < code.length) tokens.push({ text: code.slice(end) });
  return tokens;
}

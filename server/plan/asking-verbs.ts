import { lastSegment, plainName } from './path-segments.ts';

/** Words by which an operation works something out, or opens a session, and leaves nothing behind. */
const working =
  /^(search\w*|query|queries|find|filter|list|lookup|fetch|get|read|show|view|describe|validat\w+|validity|verif\w+|check\w*|test\w*|preview\w*|simulat\w+|estimat\w+|calculat\w+|comput\w+|count\w*|quot\w+|pric\w+|dry\w*|export\w*|download\w*|render\w*|diff|compar\w+|convert\w*|conversion|translat\w+|transform\w*|log(in|on|out|off)|sign(in|on|out)|auth|authenticat\w+|authoriz\w+|token\w*|refresh\w*|introspect\w*|predict\w*|forecast\w*|analy\w+|detect\w*|classif\w+|pars\w+|extract\w*|generat\w+|recogni\w+|identif(y|ication)|eval\w*|decod\w+|encod\w+|encrypt|decrypt|hash|format\w*|ocr|suggest\w*|recommend\w*|autocomplete|complet(e|ions?)|explain\w*|ping|echo|resolv\w+|match\w*|scor\w+|rank\w*|geocod\w+|summar\w+|optimi\w+|spellcheck|inspect\w*|lint|tokenize|sparql|graphql)$/i;

/** Whether the words of a path, or of an operation's name, say that it only works something out. */
export function onlyAsks({ path, id }: { path: string; id: string }): boolean {
  const words = wordsOf(plainName(lastSegment(path)?.text ?? ''));
  return [words[0], words.at(-1), wordsOf(id)[0]].some((word) => word !== undefined && working.test(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

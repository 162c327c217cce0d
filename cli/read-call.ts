import { parseArgs } from 'node:util';
import { findNearest } from '../server/settings/find-nearest.ts';
import { type Call, type Command, UsageError } from './command.ts';

/** Reads what was typed after a command's name; throws a UsageError that names what is wrong, and what was probably meant. */
export function readCall({ options, most = 0 }: Command, args: string[]): Call {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const call: Call = { values: {}, positionals: [], rest: [] };
  const end = tokens.find(({ kind }) => kind === 'option-terminator');
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (!end || token.index < end.index) call.positionals.push(token.value);
    } else if (token.kind === 'option') {
      const option = options[token.name];
      if (!option) throw unknownOption(token.rawName, Object.keys(options));
      if (option.type === 'boolean') {
        if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
        call.values[token.name] = true;
      } else {
        const isMissing = !token.value || (!token.inlineValue && token.value.startsWith('-'));
        if (isMissing) throw new UsageError(`${token.rawName} needs a value: ${token.rawName} <${option.value}>`);
        call.values[token.name] = token.value;
      }
    }
  }
  if (end) call.rest = args.slice(end.index + 1);
  const extra = call.positionals[most];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`);
  return call;
}

function unknownOption(typed: string, known: string[]): UsageError {
  const nearest = findNearest(typed.replace(/^-+/, ''), known);
  return new UsageError(`There is no option ${typed}.${nearest ? ` Did you mean --${nearest}?` : ''}`);
}

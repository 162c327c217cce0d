import type { Command } from './command.ts';

/** The help of `cais` itself. */
export function helpOf(commands: Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return `Usage: cais <command> [options]

A sandbox that remembers, and a developer portal, from an OpenAPI document.

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join('\n')}

  cais <command> --help  says more about a command
  cais --version         prints the version

Try: cais sandbox openapi.yaml
`;
}

/** The help of one command. */
export function helpOfCommand({ name, summary, usage, options, more }: Command): string {
  const lines = [
    ...Object.entries(options).map(([option, { value, short, help }]) => ({
      left: `${short ? `-${short}, ` : ''}--${option}${value ? ` <${value}>` : ''}`,
      help,
    })),
    { left: '-h, --help', help: 'Prints this' },
  ];
  const width = Math.max(...lines.map(({ left }) => left.length)) + 2;
  const list = lines.map(({ left, help }) => `  ${left.padEnd(width)}${help}`).join('\n');
  return `Usage: cais ${name}${usage ? ` ${usage}` : ''}

${summary}.
${more ? `\n${more}\n` : ''}
Options:
${list}
`;
}

import { gzipSync } from 'node:zlib';

const block = 512;

/** A `.tgz` as npm installs it, with all files below `package/`. The same files make the same bytes, whenever they are packed. */
export function packTgz(files: ReadonlyMap<string, string>): Buffer {
  const parts = [...files].flatMap(([path, text]) => {
    const content = Buffer.from(text);
    return [headerOf(`package/${path}`, content.length), content, Buffer.alloc(padding(content.length))];
  });
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * block)]), { level: 9 });
}

function padding(length: number): number {
  return (block - (length % block)) % block;
}

/** The header of a file (POSIX ustar). */
function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for an archive.`);
  const header = Buffer.alloc(block);
  const put = (text: string, offset: number) => header.write(text, offset, 'utf8');
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  put(name, 0);
  put(octal(0o644, 7), 100); // Mode.
  put(octal(0, 7), 108); // Owner.
  put(octal(0, 7), 116); // Group.
  put(octal(size, 11), 124);
  // npm shows dates before 1985 as odd; any fixed one will do.
  put(octal(499162500, 11), 136);
  put('        ', 148); // The checksum counts as blanks while it is computed.
  put('0', 156); // A plain file.
  put('ustar\0' + '00', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 6)}\0 `, 148);
  return header;
}

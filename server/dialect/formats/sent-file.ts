/** A file that a caller sent: a part of a form, or a body that is kept as it is. */
export class SentFile {
  /** Empty for a body, which has no name. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;

  constructor(name: string, type: string, bytes: Buffer) {
    this.name = name;
    this.type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;[ -~]*)?$/.test(type) ? type : 'application/octet-stream';
    this.bytes = bytes;
  }
}

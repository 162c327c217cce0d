/**
 * The mailbox behind an address, by which letters to it are counted: in lower case, and without the tag that many servers
 * ignore (`ana+loja@example.com`).
 */
export function mailboxOf(email: string): string {
  return email.toLowerCase().replace(/\+[^@]*(?=@)/, '');
}

/** What nodemailer says about a letter that was not sent. */
interface MailError {
  responseCode: number;
  response?: string;
  command?: string;
}

/** Many servers judge the sender only at the recipient, and say so in the enhanced code: its address, or a policy (RFC 3463). */
const aboutSender = /^\d{3}[ -]\d\.(7\.\d+|1\.[78])\b/;

/** Whether the mail server took the letter and said something about it. */
export function isAnswer(error: unknown): error is MailError {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number';
}

/** Whether the mail server will never take the letter: it refuses the recipient for good. Other refusals an operator may mend. */
export function isRefused(error: unknown): boolean {
  if (!isAnswer(error) || error.responseCode < 500 || error.command !== 'RCPT TO') return false;
  return !aboutSender.test(error.response ?? '');
}

/** A plain-text email: every client shows it, and nothing can hide in it. */
export interface Email {
  to: string;
  subject: string;
  text: string;
}

export type SendEmail = (email: Email) => Promise<void>;

/** A plain-text email: every client shows it, and nothing can hide in it. */
export interface Email {
  to: string;
  subject: string;
  text: string;
}

/** An email that may have to wait for the mail server. */
export interface Letter extends Email {
  /** For how many milliseconds it is worth sending: its link lives no longer. */
  livesFor?: number;
}

export type SendEmail = (email: Email) => Promise<void>;
export type PostLetter = (letter: Letter) => Promise<void>;

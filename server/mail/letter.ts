/** What is mailed: plain text, which every reader shows and nothing can hide in. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

export type SendLetter = (letter: Letter) => Promise<void>;

/** What was written and not sent yet, by page: whoever goes to look something up finds it again. */
const drafts = new Map<string, string>();

export function findDraft(page: string): string {
  return drafts.get(page) ?? '';
}

export function storeDraft(page: string, text: string): void {
  if (text) drafts.set(page, text);
  else drafts.delete(page);
}

import type { Issue } from '../../answers/issue.ts';
import type { Refusal } from '../../answers/refusal.ts';
import { complete, type OwnTexts } from '../../answers/texts.ts';
import { describeIssue } from '../../dialect/errors/field-messages.ts';
import type { Language } from '../../settings/languages.ts';

/** Why a call was refused, in all languages, as it is kept. */
interface Reason {
  code: string;
  title: OwnTexts;
  detail: OwnTexts;
  issues: { in: Issue['in']; pointer: string; code: string; detail: OwnTexts }[];
}

export function reasonOf({ code, title, detail, issues }: Refusal): Reason {
  const described = issues.map((issue) => {
    const { code, text } = describeIssue(issue);
    return { in: issue.in, pointer: issue.pointer, code, detail: text };
  });
  return { code, title, detail, issues: described };
}

/** A reason that was kept, in one language. */
export function showReason(kept: string, language: Language): Record<string, unknown> {
  const { code, title, detail, issues } = JSON.parse(kept) as Reason;
  return {
    code,
    title: complete(title)[language],
    detail: complete(detail)[language],
    issues: issues.map((issue) => ({ ...issue, detail: complete(issue.detail)[language] })),
  };
}

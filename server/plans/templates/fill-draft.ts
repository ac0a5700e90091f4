/**
 * A template's draft for one lead. {firstName} and {company} are replaced literally, whatever they contain.
 * [[ at {company}]] appears only when the company is known; [[at {company}|in your team]] offers other words
 * for when it is not.
 */
export function fillDraft(draft: string, lead: { name: string; company: string | null }): string {
  const company = lead.company?.trim() || null;
  const worded = draft.replace(/\[\[([^[|\]]*)(?:\|([^[\]]*))?\]\]/g, (_, known: string, unknown = '') =>
    company ? known : unknown,
  );
  const values: Record<string, string> = {
    '{firstName}': calledBy(lead.name, company) ?? 'there',
    '{company}': company ?? 'your company',
  };
  // In one pass, so that a name which looks like a placeholder is left alone.
  return worded.replace(/\{firstName\}|\{company\}/g, (placeholder) => values[placeholder] ?? placeholder);
}

const TITLE = /^(?:dr|prof|mr|mrs|ms|herr|frau|sr|sra|г-н|г-жа)\.?$/i;
const LEGAL_FORM = /^(?:inc|llc|ltd|gmbh|ag|corp|srl|ооо|oü)\.?$/i;
const WEB_NAME = /^[\w-]+\.[a-z]{2,}$/i;

/**
 * How to address a lead: the first word of the name; the whole name behind a title ("Dr. Anna Petrova"); null when the
 * name is missing or a firm's: the company's own, "Acme GmbH" or "acme.io".
 */
export function calledBy(name: string, company: string | null): string | null {
  const words = name.trim().split(/\s+/);
  const [first = '', ...rest] = words;
  const isFirm =
    name.trim().toLowerCase() === company?.toLowerCase() ||
    (rest.length === 0 ? WEB_NAME.test(first) : LEGAL_FORM.test(words.at(-1) ?? ''));
  if (first === '' || isFirm) return null;
  return TITLE.test(first) && rest.length > 0 ? words.join(' ') : first;
}

import type { ModelFault } from './faults.ts';

/** What the stand-in says: its answer as JSON, spoilt in the way of `fault`. */
export function spoil(answer: object, task: string, fault?: ModelFault['kind']): string {
  const json = JSON.stringify(answer, null, 1);
  switch (fault) {
    case 'cut-off':
    case 'truncated':
      return json.slice(0, Math.ceil(json.length * 0.6));
    case 'prose':
      return `Sure, here is what you asked for {as one object}:\n\n\`\`\`json\n${json}\n\`\`\`\nTell me what to change!`;
    case 'wrong-types':
      return JSON.stringify(answer, (key, value) =>
        key === '' || Array.isArray(value) ? value : wrong(value),
      );
    case 'negative-days':
      return withDays(answer, -3);
    case 'fractional-days':
      return withDays(answer, 2.5);
    case 'text-days':
      return withDays(answer, '3');
    case 'huge-days':
      return withDays(answer, 10_000);
    case 'links':
      return withWords(answer, task, ' More at https://example.com/offer?ref=1.');
    case 'placeholders':
      return withWords(answer, task, ' Best regards, [Your name]');
  }
  return json;
}

function wrong(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.length : value;
}

/** The second step or change, or the only one, comes after that. */
function withDays(answer: object, days: unknown): string {
  let seen = 0;
  const last = JSON.stringify(answer).split('"delay_days"').length - 1;
  return JSON.stringify(answer, (key, value) =>
    key === 'delay_days' && ++seen === Math.min(2, last) ? days : value,
  );
}

/** Every draft ends with these words; a person's note in place of it. */
function withWords(answer: object, task: string, words: string): string {
  const field = task.startsWith('read') ? 'note' : 'draft';
  return JSON.stringify(answer, (key, value) => (key === field ? `${value}${words}` : value));
}

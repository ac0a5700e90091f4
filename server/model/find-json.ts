import { storable } from './storable.ts';

export type Found = { ok: true; value: unknown } | { ok: false; problem: string };

/**
 * The JSON object in an answer, whatever is around it: prose, code fences, a reasoning model's <think> block. Of several
 * the longest counts; its texts are fit to be stored. One that never ends is a broken-off answer, not the object inside it that happens to be whole.
 */
export function findJson(text: string): Found {
  const said = text.replace(/<think>[\s\S]*?<\/think>|\0/g, '');
  let best = '';
  let value: unknown;
  for (let start = said.indexOf('{'); start >= 0; ) {
    const end = endOfObject(said, start);
    if (end < 0) {
      if (best === '') return { ok: false, problem: 'the JSON object breaks off before its end' };
      break;
    }
    const candidate = said.slice(start, end);
    const parsed = parse(candidate);
    if (parsed !== undefined && candidate.length > best.length) [best, value] = [candidate, parsed];
    start = said.indexOf('{', end);
  }
  return best === '' ? { ok: false, problem: 'there is no valid JSON object in it' } : { ok: true, value };
}

/** The index after the brace that closes the one at `start`; -1 when none does. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === '\\') at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '{') depth++;
    else if (!quoted && char === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? storable(value) : value));
  } catch {
    return undefined;
  }
}

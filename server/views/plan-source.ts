import type { MadeFrom } from '../db/stored-json.ts';

/**
 * Who wrote a plan and from what, as a sentence for the person; null for one that was written by hand, and for plans
 * that are older than this. Pure.
 */
export function planSource(made: MadeFrom | null): string | null {
  if (!made) return null;
  const { model, template, fellBack } = made;
  if (fellBack) return fellBack;
  if (model === null) return template === null ? null : `From the template “${template}”.`;
  return `Written by ${model} from ${listed(sourcesOf(made))}.`;
}

function sourcesOf({ notes, playbook, examples, template }: MadeFrom): string[] {
  const sources = [
    notes ? 'your notes' : null,
    playbook ? 'your playbook' : null,
    examples > 0 ? `${examples} of your messages` : null,
    template === null ? null : `the template “${template}”`,
  ].filter((source) => source !== null);
  return sources.length > 0 ? sources : ['what is known about this lead'];
}

const listed = (words: string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

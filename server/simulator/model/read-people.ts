import { z } from 'zod';
import { readText } from '../../capture/reading/read-text.ts';

const textData = z.object({ text: z.string() });
const mostPeople = 10;

/** The people in a text, one a paragraph, by the rules that work without a model too. */
export function readPeople(data: unknown) {
  const { text } = textData.parse(data);
  const whole = readText(text, '');
  const parts = text.split(/\n\s*\n/).map((part) => readText(part, ''));
  const named = parts.filter((person) => person.name && (person.email || person.phone || person.telegram));
  const people = named.length > 1 ? named : [whole].filter((person) => person.name);
  return {
    people: people
      .slice(0, mostPeople)
      .map(({ name, company, role, telegram, email, phone, note, language }) => ({
        ...{ name, company, role, telegram, email, phone, note, language },
      })),
  };
}

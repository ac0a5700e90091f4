import type { CapturedPerson } from '../../db/stored-json.ts';
import type { Model, NoAnswer, Picture } from '../../model/port.ts';
import { foldName } from '../fold.ts';
import { isForwarded } from '../forward.ts';
import { emptyPerson, noteOf } from '../person.ts';
import { onlyGiven } from './only-given.ts';
import { type FoundPerson, peopleAnswer } from './people-answer.ts';

const instructions = `Find the people in what is given whom its owner may want to follow up with: leads, not the owner.
Give each person's name, company, role, Telegram name, e-mail address and phone number exactly as they stand there, and
'' for what does not stand there; never guess. note: the words there about what this person wants or said, copied, not
retold. language: the ISO 639-1 code of the language they write. Nobody there: an empty list.`;

type Found = { ok: true; people: CapturedPerson[] } | NoAnswer;

type Asked = {
  userId: number;
  /** What the rules found: the model fills in and puts right, and keeps the source. */
  before: CapturedPerson | null;
};

/**
 * Asks a model who is in a text. What the text does not bear out is dropped (only-given.ts), and every word of it stays
 * in the note, for what the model puts right was said too. Of a forwarded message it tells more about the writer, and of
 * nobody else. `country`: as in phone.ts.
 */
export async function readTextWithModel(
  model: Model,
  { userId, text, before, country }: Asked & { text: string; country: string },
): Promise<Found> {
  const answer = await model.ask({
    ...{ task: 'read-text', userId, instructions, data: { text }, answer: peopleAnswer },
  });
  if (!answer.ok) return answer;
  const found = answer.value.people.flatMap((person) => onlyGiven(person, text, country) ?? []);
  if (isKnown(before)) return { ok: true, people: tellMore(before, found).slice(0, 1) };
  return { ok: true, people: combine(found, before, text) };
}

/**
 * Asks a model who is on a picture: a business card, a profile, a chat. Nothing there can be checked but its shape. Who
 * sent a forwarded picture stays first among them.
 * @param caption what was written below the picture, '' for nothing
 */
export async function readPhotoWithModel(
  model: Model,
  { userId, picture, before, caption }: Asked & { picture: Picture; caption: string },
): Promise<Found> {
  const answer = await model.ask({
    ...{ task: 'read-photo', userId, instructions, data: {}, answer: peopleAnswer, picture },
  });
  if (!answer.ok) return answer;
  const found = answer.value.people;
  return { ok: true, people: isKnown(before) ? tellMore(before, found) : combine(found, before, caption) };
}

/** It is known whom it is from. */
const isKnown = (before: CapturedPerson | null): before is CapturedPerson =>
  before !== null && before.name !== '' && isForwarded(before);

/** Nobody found by the model leaves what the rules found; several people each get their part of the text, and all of it. */
function combine(found: FoundPerson[], before: CapturedPerson | null, text: string): CapturedPerson[] {
  const [only, ...others] = found.filter(({ name }) => name.trim());
  if (!only) return before ? [before] : [];
  const known = before ?? emptyPerson();
  // Of forwarded messages the note says who wrote what.
  const whole = isForwarded(known) ? known.note : text;
  if (others.length === 0)
    return [{ ...refine(known, only), name: only.name, note: holding(whole, only.note) }];
  return [only, ...others].map((person) =>
    emptyPerson({
      ...person,
      note: noteOf(isIn(whole, person.note) ? '' : person.note, whole),
      source: known.source,
    }),
  );
}

/** More about the writer of a forwarded message, whom the model may know by a part of the name; then everybody else. */
function tellMore(before: CapturedPerson, found: FoundPerson[]): CapturedPerson[] {
  const known = foldName(before.name).split(' ');
  const isSame = ({ name }: FoundPerson) =>
    foldName(name)
      .split(' ')
      .some((word) => known.includes(word));
  const same = found.find(isSame);
  const { source, note } = before;
  const others = found.filter((person) => person.name.trim() && !isSame(person));
  return [
    same ? refine(before, same) : before,
    ...others.map((person) => emptyPerson({ ...person, note: noteOf(person.note, note), source })),
  ];
}

/** What was there stays where the model says nothing. */
function refine(before: CapturedPerson, found: FoundPerson): CapturedPerson {
  return {
    ...before,
    company: found.company || before.company,
    role: found.role || before.role,
    telegram: before.telegram || found.telegram,
    email: found.email || before.email,
    phone: found.phone || before.phone,
    language: found.language || before.language,
    note: holding(before.note, found.note),
  };
}

const holding = (whole: string, said: string): string => noteOf(whole, isIn(whole, said) ? '' : said);

const isIn = (whole: string, said: string): boolean => foldName(whole).includes(foldName(said));

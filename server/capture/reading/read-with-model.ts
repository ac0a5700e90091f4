import type { CapturedPerson } from '../../db/stored-json.ts';
import type { Model, NoAnswer, Picture } from '../../model/port.ts';
import { foldName } from '../fold.ts';
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
  /** What the rules found: the model fills in and puts right, and keeps the note and the source. */
  before: CapturedPerson | null;
};

/**
 * Asks a model who is in a text. What the text does not bear out is dropped (only-given.ts).
 * @param keepsName it is known whom the text is about: the model may tell more about them, and of nobody else
 */
export async function readTextWithModel(
  model: Model,
  { userId, text, before, keepsName }: Asked & { text: string; keepsName: boolean },
): Promise<Found> {
  const answer = await model.ask({
    ...{ task: 'read-text', userId, instructions, data: { text }, answer: peopleAnswer },
  });
  if (!answer.ok) return answer;
  const found = answer.value.people.flatMap((person) => onlyGiven(person, text) ?? []);
  if (before && keepsName) return { ok: true, people: [tellMore(before, found)] };
  return { ok: true, people: combine(found, before, text) };
}

/** Asks a model who is on a picture: a business card, a profile, a chat. Nothing there can be checked but its shape. */
export async function readPhotoWithModel(
  model: Model,
  { userId, picture, before }: Asked & { picture: Picture },
): Promise<Found> {
  const answer = await model.ask({
    ...{ task: 'read-photo', userId, instructions, data: {}, answer: peopleAnswer, picture },
  });
  if (!answer.ok) return answer;
  return { ok: true, people: combine(answer.value.people, before, '') };
}

/** Nobody found by the model leaves what the rules found; several people each get their own part of the text. */
function combine(found: FoundPerson[], before: CapturedPerson | null, text: string): CapturedPerson[] {
  const [only, ...others] = found.filter(({ name }) => name.trim());
  if (!only) return before ? [before] : [];
  const source = before?.source ?? '';
  if (others.length === 0) return [{ ...refine(before ?? emptyPerson(), only), name: only.name }];
  const everybody = [only, ...others];
  return everybody.map((person) => emptyPerson({ ...person, note: person.note || text, source }));
}

/** More about the writer of a forwarded message, whom the model may know by a part of the name. */
function tellMore(before: CapturedPerson, found: FoundPerson[]): CapturedPerson {
  const known = foldName(before.name).split(' ');
  const same = found.find(({ name }) =>
    foldName(name)
      .split(' ')
      .some((word) => known.includes(word)),
  );
  return same ? refine(before, same) : before;
}

/** What was there stays where the model says nothing. */
function refine(before: CapturedPerson, found: FoundPerson): CapturedPerson {
  const said = found.note.trim();
  return {
    ...before,
    company: found.company || before.company,
    role: found.role || before.role,
    telegram: before.telegram || found.telegram,
    email: found.email || before.email,
    phone: found.phone || before.phone,
    language: found.language || before.language,
    note: before.note.includes(said) ? before.note : noteOf(before.note, said),
  };
}

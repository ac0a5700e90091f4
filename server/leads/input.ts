import { z } from 'zod';
import { neededText, typedText } from '../text-input.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const orNull = (text: string) => text || null;

/** A line a person typed; empty means not given. */
const line = (label: string, max: number) => typedText(label, max).transform(oneLine).transform(orNull);

/** What the form and the bot give for a lead; the limits keep a reminder within one Telegram message. */
export const leadInput = z.object({
  name: neededText('The name', 120, 'A lead needs a name').transform(oneLine),
  company: line('The company', 120).default(null),
  role: line('The role', 120).default(null),
  telegram: typedText('The Telegram name', 100)
    .transform((text) => orNull(text.replace(/^(https?:\/\/)?t\.me\//i, '').replace(/^@/, '')))
    .pipe(
      z
        .string()
        .regex(/^\w{4,32}$/, 'A Telegram name has 4 to 32 letters, digits or "_"')
        .nullable(),
    )
    .default(null),
  email: typedText('The e-mail address', 254)
    .transform(orNull)
    .pipe(z.email('This does not look like an e-mail address').nullable())
    .default(null),
  phone: typedText('The phone number', 40)
    .transform(orNull)
    .pipe(
      z
        .string()
        .regex(/^\+?[\d\s().-]{5,30}$/, 'A phone number has digits, spaces and "+"')
        .nullable(),
    )
    .default(null),
  source: line('Where you met', 200).default(null),
  notes: typedText('The note', 4000).default(''),
  /** In which drafts are written (ISO 639-1); null: as the notes are. */
  language: typedText('The language', 40)
    .transform(orNull)
    .pipe(
      z
        .string()
        .regex(/^[a-z]{2}$/, 'Pick the language from the list')
        .nullable(),
    )
    .default(null),
});

/** A note to a lead, from the app or as a reply in the chat. */
export const noteInput = neededText('The note', 4000, 'Write a note first');

export type LeadInput = z.output<typeof leadInput>;

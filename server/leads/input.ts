import { z } from 'zod';

/** A line a person typed: spaces trimmed, empty means not given. */
const line = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${label} is too long: ${max} characters at most`)
    .transform((text) => text.replace(/\s+/g, ' ') || null);

/** What the form and the bot give for a lead; the limits keep a reminder within one Telegram message. */
export const leadInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'A lead needs a name')
    .max(120, 'The name is too long: 120 characters at most')
    .transform((text) => text.replace(/\s+/g, ' ')),
  company: line('The company', 120).default(null),
  role: line('The role', 120).default(null),
  telegram: z
    .string()
    .trim()
    .transform((text) => text.replace(/^(https?:\/\/)?t\.me\//i, '').replace(/^@/, '') || null)
    .pipe(
      z
        .string()
        .regex(/^\w{4,32}$/, 'A Telegram name has 4 to 32 letters, digits or "_"')
        .nullable(),
    )
    .default(null),
  email: z
    .string()
    .trim()
    .transform((text) => text || null)
    .pipe(z.email('This does not look like an e-mail address').max(254).nullable())
    .default(null),
  phone: z
    .string()
    .trim()
    .transform((text) => text || null)
    .pipe(
      z
        .string()
        .regex(/^\+?[\d\s().-]{5,30}$/, 'A phone number has digits, spaces and "+"')
        .nullable(),
    )
    .default(null),
  source: line('Where you met', 200).default(null),
  notes: z.string().trim().max(4000, 'The note is too long: 4000 characters at most').default(''),
});

export type LeadInput = z.output<typeof leadInput>;

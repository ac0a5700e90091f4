import { z } from 'zod';

const value = (max: number) => z.string().max(max);

/** What a model answers when it is asked who is in a text or a picture; '' for what it cannot tell. */
export const peopleAnswer = z.object({
  people: z
    .array(
      z.object({
        ...{ name: value(120), company: value(120), role: value(120) },
        ...{ telegram: value(100), email: value(254), phone: value(40) },
        note: value(4000),
        language: value(10),
      }),
    )
    .max(10),
});

export type FoundPerson = z.output<typeof peopleAnswer>['people'][number];

import { z } from 'zod';

/**
 * Text that a person typed: NUL characters, which PostgreSQL cannot store, taken out, and spaces at the ends. `label`
 * names it in the message when it is longer than `max` UTF-16 units.
 */
export function typedText(label: string, max: number) {
  return z
    .string()
    .transform((text) => text.replaceAll('\0', '').trim())
    .pipe(z.string().max(max, `${label} is too long: ${max} characters at most`));
}

/** The same, and there must be some; `missing` says what to do. */
export function neededText(label: string, max: number, missing: string) {
  return typedText(label, max).pipe(z.string().min(1, missing));
}

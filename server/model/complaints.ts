import type { z } from 'zod';
import { cut } from '../cut.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.JSONSchema.BaseSchema;

/** As much of a wrong value as shows which one is meant. */
const shownLength = 60;
const shownComplaints = 12;

/** What is wrong with an answer, for the model: "steps[2].delay_days: expected a whole number from 0 to 365, got "3"". */
export function complaintsOf(issues: Issue[], answer: unknown, schema: Schema): string[] {
  return issues.slice(0, shownComplaints).map((issue) => {
    const value = issue.path.reduce<unknown>(
      (inside, key) => (inside as Record<PropertyKey, unknown> | null | undefined)?.[key],
      answer,
    );
    const expected = wordsOf(issue.path.reduce<Schema | undefined>(stepInto, schema)) ?? issue.message;
    const got = value === undefined ? 'nothing' : cut(JSON.stringify(value), shownLength);
    return `${pathOf(issue)}: ${expected}, got ${got}`;
  });
}

/** Where it is wrong, and in which way; nothing of what was written. */
export const causeOf = (issue: Issue) => `${pathOf(issue)} ${issue.code}`;

function pathOf({ path }: Issue): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the object';
}

function stepInto(schema: Schema | undefined, key: PropertyKey): Schema | undefined {
  const inside = typeof key === 'number' ? schema?.items : schema?.properties?.[String(key)];
  return typeof inside === 'object' && !Array.isArray(inside) ? inside : undefined;
}

function wordsOf(schema: Schema | undefined): string | null {
  if (schema?.enum) return `expected one of ${schema.enum.map((one) => JSON.stringify(one)).join(', ')}`;
  switch (schema?.type) {
    case 'integer':
      return `expected a whole number${between(schema.minimum, schema.maximum)}`;
    case 'number':
      return `expected a number${between(schema.minimum, schema.maximum)}`;
    case 'string':
      return `expected text${between(schema.minLength, schema.maxLength, ' of', ' characters')}`;
    case 'array':
      return `expected a list${between(schema.minItems, schema.maxItems, ' of', ' items')}`;
    case 'object':
      return `expected an object with ${(schema.required ?? []).join(', ')}`;
  }
  return null;
}

function between(from?: number, to?: number, before = '', after = ''): string {
  if (from !== undefined && to !== undefined) return `${before || ' from'} ${from} to ${to}${after}`;
  if (to !== undefined) return `${before} at most ${to}${after}`;
  return from !== undefined ? `${before} at least ${from}${after}` : '';
}

import type { z } from 'zod';
import { badRequest } from './errors.ts';

/** The fields of one Bot API call. Forms carry everything as text, JSON keeps its types; both read the same here. */
export type Params = {
  has(name: string): boolean;
  /** The field as text, '' when absent. */
  text(name: string): string;
  /** The field as a whole number, or undefined when absent or none. */
  integer(name: string): number | undefined;
  flag(name: string): boolean;
  /** An uploaded file: the field itself, or the part of the form that it names as `attach://<part>`. */
  file(name: string): File | undefined;
  /** A field that is an object, or JSON in a form; undefined when absent. Refuses with `message` what does not fit. */
  json<T extends z.ZodType>(name: string, schema: T, message: string): z.infer<T> | undefined;
};

/** Wraps the raw fields. */
export function readParams(fields: Readonly<Record<string, unknown>>): Params {
  const value = (name: string): unknown => fields[name] ?? undefined;
  return {
    has: (name) => value(name) !== undefined && value(name) !== '',
    text: (name) => {
      const raw = value(name);
      return typeof raw === 'string' ? raw : raw === undefined ? '' : String(raw);
    },
    integer: (name) => {
      const raw = value(name);
      const number = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
      return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
    },
    flag: (name) => ['true', '1', 'yes'].includes(String(value(name)).toLowerCase()),
    file: (name) => {
      const raw = value(name);
      const part = typeof raw === 'string' && /^attach:\/\/(.+)$/.exec(raw)?.[1];
      const found = part ? value(part) : raw;
      return found instanceof File ? found : undefined;
    },
    json: (name, schema, message) => {
      const raw = value(name);
      if (raw === undefined || raw === '') return undefined;
      const parsed = schema.safeParse(typeof raw === 'string' ? parseJson(raw, message) : raw);
      if (!parsed.success) throw badRequest(message);
      return parsed.data;
    },
  };
}

function parseJson(text: string, message: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(message);
  }
}

import { FormattedString } from '@grammyjs/parse-mode';
import type { MessageEntity } from 'grammy/types';
import { IntlMessageFormat } from 'intl-messageformat';
import { en, type MessageKey } from '../i18n/en.ts';
import { type Form, type Piece, placeOf, readMarkdown } from './markdown.ts';

/** Text goes in literally, whatever characters it holds; a number may choose a plural; formatted text keeps its form. */
export type Values = Record<string, string | number | FormattedString>;

/** A message of the catalogue as text with entities, which Telegram cannot misread (Bot API, "Formatting options"). */
export function say(key: MessageKey, values: Values = {}): FormattedString {
  const { format, choices } = messageOf(key);
  const literals: (string | FormattedString)[] = [];
  const marked: Record<string, string | number> = {};
  for (const name in values) {
    const value = values[name] ?? '';
    // A `select` chooses by the value itself; such values are words of ours, never a person's.
    if (typeof value === 'number' || (typeof value === 'string' && choices.has(name))) marked[name] = value;
    else marked[name] = placeOf(literals.push(value) - 1);
  }
  return render(readMarkdown(String(format.format(marked))), literals);
}

/** The same as plain text, for buttons, commands and callback answers, which have no formatting. */
export function sayPlain(key: MessageKey, values?: Values): string {
  if (values) return say(key, values).text;
  const known = labels.get(key) ?? say(key).text;
  labels.set(key, known);
  return known;
}

/** Plain texts without values, which never change. */
const labels = new Map<MessageKey, string>();

/** Pieces one after the other, those that are null left out. */
export function join(pieces: (FormattedString | null)[], separator = ''): FormattedString {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const piece of pieces) {
    if (!piece) continue;
    if (text) text += separator;
    entities.push(...moved(piece.entities, text.length));
    text += piece.text;
  }
  return new FormattedString(text, entities);
}

type Compiled = { format: IntlMessageFormat; choices: Set<string> };
const compiled = new Map<MessageKey, Compiled>();

function messageOf(key: MessageKey): Compiled {
  const known = compiled.get(key);
  if (known) return known;
  const choices = new Set([...en[key].matchAll(/\{(\w+), select,/g)].map(([, name = '']) => name));
  const message = { format: new IntlMessageFormat(en[key], 'en'), choices };
  compiled.set(key, message);
  return message;
}

/** Puts the values in their places. Telegram refuses an entity of no length, and ends one before trailing spaces. */
function render(pieces: Piece[], literals: (string | FormattedString)[]): FormattedString {
  let text = '';
  const entities: MessageEntity[] = [];
  const open: { type: Form; offset: number; at: number }[] = [];
  for (const piece of pieces) {
    if ('text' in piece) text += piece.text;
    else if ('begins' in piece) open.push({ type: piece.begins, offset: text.length, at: entities.length });
    else if ('value' in piece) {
      const literal = literals[piece.value] ?? '';
      if (typeof literal !== 'string') entities.push(...moved(literal.entities, text.length));
      text += typeof literal === 'string' ? literal : literal.text;
    } else {
      const form = open.pop();
      const length = form ? text.slice(form.offset).trimEnd().length : 0;
      // An outer form stands before those inside it.
      if (form && length > 0) entities.splice(form.at, 0, { type: form.type, offset: form.offset, length });
    }
  }
  return trim(text, entities);
}

const moved = (entities: MessageEntity[], by: number): MessageEntity[] =>
  entities.map((entity) => ({ ...entity, offset: entity.offset + by }));

function trim(text: string, entities: MessageEntity[]): FormattedString {
  const trimmed = text.trimEnd();
  const whole = new FormattedString(text, entities);
  return trimmed.length === text.length ? whole : whole.slice(0, trimmed.length);
}

import { FormattedString } from '@grammyjs/parse-mode';
import type { MessageEntity } from 'grammy/types';
import { IntlMessageFormat } from 'intl-messageformat';
import { lexer, type Token } from 'marked';
import { en, type MessageKey } from '../i18n/en.ts';

/** Text goes in literally, whatever characters it holds; a number may choose a plural; formatted text keeps its form. */
export type Values = Record<string, string | number | FormattedString>;

/** Private-use characters stand for values while the Markdown is read: no value is ever parsed. */
const opening = '\u{E000}';
const closing = '\u{E001}';
const mark = new RegExp(`${opening}(\\d+)${closing}`);

const compiled = new Map<MessageKey, IntlMessageFormat>();

/** A message of the catalogue as text with entities, which Telegram cannot misread (Bot API, "Formatting options"). */
export function say(key: MessageKey, values: Values = {}): FormattedString {
  const literals: FormattedString[] = [];
  const marked = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number' || isChoice(key, name)) return [name, value];
    literals.push(typeof value === 'string' ? new FormattedString(value) : value);
    return [name, `${opening}${literals.length - 1}${closing}`];
  });
  const markdown = String(messageOf(key).format(Object.fromEntries(marked)));
  return trim(join(lexer(markdown, { gfm: true, breaks: true }).map((token) => format(token, literals))));
}

/** The same as plain text, for buttons, commands and callback answers, which have no formatting. */
export const sayPlain = (key: MessageKey, values: Values = {}): string => say(key, values).text;

/** Pieces one after the other, those that are null left out. */
export function join(pieces: (FormattedString | null)[], separator = ''): FormattedString {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const piece of pieces) {
    if (!piece) continue;
    if (text) text += separator;
    for (const entity of piece.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += piece.text;
  }
  return new FormattedString(text, entities);
}

function messageOf(key: MessageKey): IntlMessageFormat {
  const known = compiled.get(key);
  if (known) return known;
  const message = new IntlMessageFormat(en[key], 'en');
  compiled.set(key, message);
  return message;
}

/** A `select` chooses by the value itself; such values are words of ours, never a person's. */
function isChoice(key: MessageKey, name: string): boolean {
  return new RegExp(`\\{${name}, select,`).test(en[key]);
}

function format(token: Token, literals: FormattedString[]): FormattedString {
  const children = 'tokens' in token ? (token.tokens ?? []) : [];
  const inner = () => join(children.map((child) => format(child, literals)));
  switch (token.type) {
    case 'paragraph':
      return inner();
    case 'strong':
      return wrap(inner(), 'bold');
    case 'em':
      return wrap(inner(), 'italic');
    case 'del':
      return wrap(inner(), 'strikethrough');
    case 'blockquote':
      return wrap(inner(), 'blockquote');
    case 'codespan':
      return wrap(literal(token.text, literals), 'code');
    case 'space':
    case 'text':
      return literal(token.raw, literals);
    case 'escape':
      return literal(token.text, literals);
    case 'br':
      return new FormattedString('\n');
    default:
      throw new Error(`the message catalogue uses Markdown that Telegram has no form for: ${token.type}`);
  }
}

/** Static text with the values put back in its marks. */
function literal(text: string, literals: FormattedString[]): FormattedString {
  const parts = text.split(mark);
  return join(
    parts.map((part, index) => (index % 2 ? (literals[Number(part)] ?? null) : new FormattedString(part))),
  );
}

/** Telegram refuses an entity of no length, and ends one before trailing spaces. */
function wrap(
  piece: FormattedString,
  type: 'bold' | 'italic' | 'strikethrough' | 'blockquote' | 'code',
): FormattedString {
  const length = piece.text.trimEnd().length;
  if (length === 0) return piece;
  return new FormattedString(piece.text, [{ type, offset: 0, length }, ...piece.entities]);
}

function trim(piece: FormattedString): FormattedString {
  return piece.slice(0, piece.text.trimEnd().length);
}

import { lexer, type Token } from 'marked';

/** The forms of Telegram that the catalogue uses. */
export type Form = 'bold' | 'italic' | 'strikethrough' | 'blockquote' | 'code';

/** A piece of a message: text as it is, the place of a value, or where a form begins or ends. */
export type Piece = { text: string } | { value: number } | { begins: Form } | { ends: true };

/** Private-use characters stand for values while the Markdown is read: no value is ever parsed. */
const opening = '\u{E000}';
const closing = '\u{E001}';
const mark = new RegExp(`${opening}(\\d+)${closing}`);

/** What to write into Markdown where value number `index` goes. */
export const placeOf = (index: number): string => `${opening}${index}${closing}`;

/** Far more than the catalogue has forms of; beyond, old ones are forgotten. */
const maxKnown = 1000;
const known = new Map<string, Piece[]>();

/** Markdown of ours as pieces; read once for each text, since reading it costs more than all the rest of a message. */
export function readMarkdown(markdown: string): Piece[] {
  const before = known.get(markdown);
  if (before) return before;
  if (known.size >= maxKnown) known.clear();
  const pieces = lexer(markdown, { gfm: true, breaks: true }).flatMap(toPieces);
  known.set(markdown, pieces);
  return pieces;
}

function toPieces(token: Token): Piece[] {
  switch (token.type) {
    case 'paragraph':
      return inner(token);
    case 'strong':
      return formed('bold', inner(token));
    case 'em':
      return formed('italic', inner(token));
    case 'del':
      return formed('strikethrough', inner(token));
    case 'blockquote':
      return formed('blockquote', inner(token));
    case 'codespan':
      return formed('code', literal(token.text));
    case 'space':
    case 'text':
      return literal(token.raw);
    case 'escape':
      return literal(token.text);
    case 'br':
      return [{ text: '\n' }];
    default:
      throw new Error(`the message catalogue uses Markdown that Telegram has no form for: ${token.type}`);
  }
}

const inner = (token: Token): Piece[] => ('tokens' in token ? (token.tokens ?? []).flatMap(toPieces) : []);
const formed = (form: Form, pieces: Piece[]): Piece[] => [{ begins: form }, ...pieces, { ends: true }];

/** Static text, with the places of values in it. */
function literal(text: string): Piece[] {
  return text.split(mark).map((part, index) => (index % 2 ? { value: Number(part) } : { text: part }));
}

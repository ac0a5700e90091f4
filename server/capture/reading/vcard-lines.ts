import iconv from 'iconv-lite';
import { decodeBytes } from './decode.ts';

/** A property of a card: its name in capitals without a group, its parameters, its value as written. */
export type Property = { name: string; types: string[]; params: Record<string, string>; value: string };
/** What is between BEGIN and END; `line` is where it begins in the file, `whole` whether it ends. */
export type Card = { line: number; properties: Property[]; whole: boolean };

/*
 * The library `vcf` splits at CR LF only, leaves quoted-printable and escapes as they are, stops at a colon within
 * quotes and drops broken lines in silence: half of the cards that phones write would be lost.
 */

/** No card of a person has more. */
const maxProperties = 300;
/** What is longer is a picture or a sound. */
const maxLine = 20_000;

/** The cards of a file, one by one: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), any line ends. */
export function* readCards(text: string): Generator<Card> {
  let open: Card | null = null;
  for (const { text: written, line } of unfolded(text)) {
    const property = readProperty(written);
    if (property?.name === 'BEGIN' && /^vcard$/i.test(property.value.trim())) {
      if (open) yield open;
      open = { line, properties: [], whole: false };
    } else if (property?.name === 'END' && open) {
      yield { ...open, whole: true };
      open = null;
    } else if (property && open && open.properties.length < maxProperties) open.properties.push(property);
  }
  if (open) yield open;
}

/** Lines with those that continue them: begun by a space, or after a "=" at the end of quoted-printable. */
function* unfolded(text: string): Generator<{ text: string; line: number }> {
  let last: { pieces: string[]; line: number; quoted: boolean } | null = null;
  let soft = false;
  for (const [place, written] of text.split(/\r\n|\r|\n/).entries()) {
    const goesOn: boolean = last !== null && (soft || /^[ \t]/.test(written));
    const quoted: boolean = last && goesOn ? last.quoted : /^[^:]*quoted-printable/i.test(written);
    const piece: string = goesOn && !soft ? written.slice(1) : written;
    soft = quoted && piece.endsWith('=');
    const kept: string = soft ? piece.slice(0, -1) : piece;
    if (last && goesOn) last.pieces.push(kept);
    else {
      if (last) yield whole(last);
      last = { pieces: [kept], line: place + 1, quoted };
    }
  }
  if (last) yield whole(last);
}

const whole = ({ pieces, line }: { pieces: string[]; line: number }) => ({
  text: pieces.join('').slice(0, maxLine),
  line,
});

function readProperty(written: string): Property | null {
  // The first colon that is not within quotes ends the parameters.
  const [, head = '', value = ''] = written.match(/^((?:"[^"]*"|[^":])+):(.*)$/s) ?? [];
  const [name = '', ...parameters] = head.match(/(?:"[^"]*"|[^";])+/g) ?? [];
  if (!/^[\w.-]+$/.test(name.trim())) return null;
  const params: Record<string, string> = {};
  const types: string[] = [];
  for (const parameter of parameters) {
    const [key = '', given] = parameter.split(/=(.*)/s);
    // 2.1 writes TEL;CELL, later versions TEL;TYPE=cell.
    if (given === undefined) types.push(key.trim().toLowerCase());
    else if (/^type$/i.test(key)) types.push(...given.replaceAll('"', '').toLowerCase().split(','));
    else params[key.trim().toLowerCase()] = given.replaceAll('"', '');
  }
  const encoding = params.encoding ?? '';
  const isQuoted = /quoted-printable/i.test(encoding) || types.includes('quoted-printable');
  const plain = isQuoted ? fromQuotedPrintable(value, params.charset ?? '') : value;
  return { name: name.trim().split('.').at(-1)?.toUpperCase() ?? '', types, params, value: plain };
}

/** Without a CHARSET, which 2.1 then takes for ASCII, phones write UTF-8 or the encoding of their country. */
function fromQuotedPrintable(value: string, charset: string): string {
  const bytes = Buffer.from(
    Buffer.from(value, 'utf8')
      .toString('latin1')
      .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  return iconv.encodingExists(charset) ? iconv.decode(bytes, charset) : decodeBytes(bytes);
}

/** The pieces of a value with several, "Acme;Sales": parted at the semicolons that are not escaped. */
export function pieces(value: string): string[] {
  const parted = [''];
  for (const [sign] of value.matchAll(/;|\\[\s\S]|[^;\\]+|\\/g))
    if (sign === ';') parted.push('');
    else parted.push(parted.pop() + sign);
  return parted.map((piece) => unescaped(piece).trim());
}

/** "\," and "\n" as they are meant. */
export const unescaped = (value: string): string =>
  value.replace(/\\([\s\S])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));

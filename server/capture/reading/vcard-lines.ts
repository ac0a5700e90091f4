import iconv from 'iconv-lite';

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

/** The cards of a file: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), any line ends. */
export function readCards(text: string): Card[] {
  const cards: Card[] = [];
  let open: Card | null = null;
  for (const { text: written, line } of unfolded(text)) {
    const property = readProperty(written);
    if (property?.name === 'BEGIN' && /^vcard$/i.test(property.value.trim())) {
      open = { line, properties: [], whole: false };
      cards.push(open);
    } else if (property?.name === 'END' && open) {
      open.whole = true;
      open = null;
    } else if (property && open && open.properties.length < maxProperties) open.properties.push(property);
  }
  return cards;
}

/** Lines with those that continue them: begun by a space, or after a "=" at the end of quoted-printable. */
function unfolded(text: string): { text: string; line: number }[] {
  const lines: { pieces: string[]; line: number; quoted: boolean }[] = [];
  let soft = false;
  for (const [place, written] of text.split(/\r\n|\r|\n/).entries()) {
    const last = lines.at(-1);
    const goesOn: boolean = last !== undefined && (soft || /^[ \t]/.test(written));
    const quoted: boolean = last && goesOn ? last.quoted : /^[^:]*quoted-printable/i.test(written);
    const piece: string = goesOn && !soft ? written.slice(1) : written;
    soft = quoted && piece.endsWith('=');
    const kept = soft ? piece.slice(0, -1) : piece;
    if (last && goesOn) last.pieces.push(kept);
    else lines.push({ pieces: [kept], line: place + 1, quoted });
  }
  return lines.map(({ pieces, line }) => ({ text: pieces.join(''), line }));
}

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
  const plain = isQuoted ? fromQuotedPrintable(value, params.charset ?? 'utf-8') : value;
  return { name: name.trim().split('.').at(-1)?.toUpperCase() ?? '', types, params, value: plain };
}

function fromQuotedPrintable(value: string, charset: string): string {
  const bytes = Buffer.from(
    Buffer.from(value, 'utf8')
      .toString('latin1')
      .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  return iconv.decode(bytes, iconv.encodingExists(charset) ? charset : 'utf-8');
}

/** The pieces of a value with several, "Acme;Sales": parted at the semicolons that are not escaped. */
export const pieces = (value: string): string[] =>
  (value.match(/(?:\\[\s\S]|[^;\\])*(?:;|$)/g) ?? []).map((piece) =>
    unescaped(piece.replace(/;$/, '')).trim(),
  );

/** "\," and "\n" as they are meant. */
export const unescaped = (value: string): string =>
  value.replace(/\\([\s\S])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));

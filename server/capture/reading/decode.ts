import chardet from 'chardet';
import iconv from 'iconv-lite';
import { fittingEncoding } from './alphabets.ts';

export type Decoded = { ok: true; text: string } | { ok: false; reason: 'empty' | 'binary' };

/** How files begin that are no text: PDF, zip (Excel, Word), gzip, old Excel, pictures, sound. */
const magic = [
  '25504446',
  '504b0304',
  '1f8b',
  'd0cf11e0',
  '89504e47',
  'ffd8ff',
  '47494638',
  '52494646',
  '4f676753',
  '494433',
];

/** Encodings of Cyrillic letters that tables and cards come in; the first is the usual one. */
const cyrillic = ['windows-1251', 'koi8-r', 'iso-8859-5'];

/** The text of a file, whatever its encoding: told by its first bytes, by being valid UTF-8, else by its letters. */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes);
  if (magic.some((head) => buffer.subarray(0, 8).toString('hex').startsWith(head)))
    return { ok: false, reason: 'binary' };
  const wide = utf16Of(buffer);
  if (!wide && buffer.includes(0)) return { ok: false, reason: 'binary' };
  const text = (
    wide ? iconv.decode(buffer, wide) : (asUtf8(buffer) ?? asSaid(buffer) ?? byLetters(buffer))
  ).replace(/^\ufeff/, '');
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  const controls = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return controls > text.length / 100
    ? { ok: false, reason: 'binary' }
    : { ok: true, text: text.replaceAll('\0', '') };
}

/** UTF-16 by its mark, or because only every second byte is ever zero, as in its Latin letters and line ends. */
function utf16Of(buffer: Buffer): 'utf-16le' | 'utf-16be' | null {
  const mark = buffer.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  if (buffer.length % 2 === 1) return null;
  const start = buffer.subarray(0, 1000);
  const zeros = (odd: 0 | 1) => start.filter((byte, place) => byte === 0 && place % 2 === odd).length;
  const many = start.length / 50;
  if (zeros(1) > many && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > many && zeros(1) === 0 ? 'utf-16be' : null;
}

function asUtf8(buffer: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buffer);
  } catch {
    return null;
  }
}

/** The text of a few bytes that say nothing of their encoding. */
export const decodeBytes = (buffer: Buffer): string => asUtf8(buffer) ?? byLetters(buffer);

/** By the file's own word, a card's CHARSET. */
function asSaid(buffer: Buffer): string | null {
  const [, said = ''] = startOf(buffer).match(/;charset="?([\w-]+)/i) ?? [];
  return said && !/^utf/i.test(said) && iconv.encodingExists(said) ? iconv.decode(buffer, said) : null;
}

/** By the words with letters beyond ASCII. */
function byLetters(buffer: Buffer): string {
  const words = (startOf(buffer).match(/[a-z\x80-\xff]+/gi) ?? []).filter((word) => /[\x80-\xff]/.test(word));
  // What is below is mostly signs, such as the euro, quotation marks and dashes.
  const lettered = words.filter((word) => /[\xc0-\xff]/.test(word)).join('');
  const beyond = lettered.match(/[\xc0-\xff]/g)?.length ?? 0;
  // Of a Cyrillic word every letter is beyond ASCII, of a western one few are.
  const encoding = beyond > lettered.length / 2 ? cyrillicOf(words) : fittingEncoding(words);
  return iconv.decode(buffer, encoding);
}

function cyrillicOf(words: string[]): string {
  const guesses = chardet
    .analyse(Buffer.from(words.join(' '), 'latin1'))
    .map(({ name }) => name.toLowerCase());
  return guesses.find((name) => cyrillic.includes(name)) ?? cyrillic[0] ?? '';
}

const startOf = (buffer: Buffer): string => buffer.subarray(0, 50_000).toString('latin1');

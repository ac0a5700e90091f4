import type { CapturedPerson, SpoiltRow } from '../../db/stored-json.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { maxPeople } from './given.ts';
import { readVcards } from './vcard.ts';

/**
 * What a file of contacts holds. `spoilt` are the rows that are nobody, by their line in the file; `mapping` says which
 * column became what, null where there are none. malformed: it says that it is a table or a card and is none; unknown:
 * another kind of file; no-people: nobody in it has a name.
 */
export type FileReading =
  | {
      ok: true;
      source: 'vcard' | 'csv';
      people: CapturedPerson[];
      spoilt: SpoiltRow[];
      mapping: string | null;
    }
  | {
      ok: false;
      reason: 'empty' | 'binary' | 'malformed' | 'unknown' | 'no-people' | 'too-many';
      spoilt: SpoiltRow[];
    };

const no = (reason: Extract<FileReading, { ok: false }>['reason'], spoilt: SpoiltRow[] = []) =>
  ({ ok: false, reason, spoilt }) as const;

/** Reads a vCard or CSV file, told by what is in it, then by its name and kind. `country`: as in phone.ts. */
export function readFile(
  bytes: Uint8Array,
  file: { name: string; mimeType: string },
  country: string,
): FileReading {
  const decoded = decode(bytes);
  if (!decoded.ok) return no(decoded.reason);
  const { text } = decoded;
  if (/^begin:vcard\s*$/im.test(text))
    return judged({ source: 'vcard', mapping: null, ...readVcards(text, country) });
  if (/\.vcf$/i.test(file.name) || /vcard/i.test(file.mimeType)) return no('malformed');
  const isTable = /\.(?:csv|tsv)$/i.test(file.name) || /csv|tab-separated/i.test(file.mimeType);
  const mayBeTable = isTable || /\.(?:txt|tab)$/i.test(file.name) || file.mimeType === 'text/plain';
  if (!mayBeTable) return no('unknown');
  const table = readCsv(text, country);
  if (!table) return no(isTable ? 'malformed' : 'unknown');
  if (table === 'too-many') return no('too-many');
  return judged({ source: 'csv', ...table });
}

function judged(read: Omit<Extract<FileReading, { ok: true }>, 'ok'>): FileReading {
  if (read.people.length + read.spoilt.length > maxPeople) return no('too-many');
  return read.people.length === 0 ? no('no-people', read.spoilt) : { ok: true, ...read };
}

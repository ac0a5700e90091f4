import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../server/capture/reading/read-file.ts';

function cards(content: string | Buffer, country = '') {
  const file = { name: 'contacts.vcf', mimeType: 'text/vcard' };
  const reading = readFile(Buffer.from(content), file, country);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}
const card = (version: string, ...lines: string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');

describe('a vCard file', () => {
  it('is read as version 2.1, with quoted-printable and bare parameters', () => {
    const old = card(
      '2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D0=B5=D1=82=D1=80=D0=BE=D0=B2=D0=B0;=D0=90=D0=BD=',
      '=D0=BD=D0=B0;;;',
      'TEL;WORK:+49 30 12345678',
      'TEL;CELL;PREF:+49 171 1234567',
      'NOTE;ENCODING=QUOTED-PRINTABLE:likes=0D=0Atea',
      'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ',
      ' AAAQABAAD/2wBDAAgGBgcGBQ',
      '',
    );
    expect(cards(old).people).toMatchObject([
      {
        name: 'Анна Петрова',
        phone: '+49 171 1234567',
        note: 'Phone: +49 30 12345678\nlikes\r\ntea',
        line: 1,
      },
    ]);
    const windows = iconv.encode(
      card('2.1', 'FN;CHARSET=windows-1251:Анна Петрова', 'ORG:Ромашка'),
      'windows-1251',
    );
    expect(cards(windows).people).toMatchObject([{ name: 'Анна Петрова', company: 'Ромашка' }]);
    const unsaid = card(
      '2.1',
      'FN;ENCODING=QUOTED-PRINTABLE:J=F6rg N=FA=F1ez',
      'ORG;QUOTED-PRINTABLE:Gr=C3=B6=C3=9Fe',
    );
    expect(cards(unsaid).people).toMatchObject([{ name: 'Jörg Núñez', company: 'Größe' }]);
  });

  it('gives only words and ways to reach somebody', () => {
    const noisy = card(
      '3.0',
      'FN:Anna Petrova',
      'KIND:individual',
      'X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Annie;1;;;;;;;;;;;;;',
      'X-PHONETIC-LAST-NAME:Petrowa',
      'URL:https://t.me/joinchat/AAAAAE',
      'X-TELEGRAM:https://t.me/joinchat/BBBBBE',
    );
    expect(cards(noisy).people).toMatchObject([
      {
        telegram: '',
        note: 'Link: https://t.me/joinchat/AAAAAE\ntelegram: https://t.me/joinchat/BBBBBE',
      },
    ]);
  });

  it('is read however long its values and however many its lines', () => {
    const long = card(
      '3.0',
      'FN:Anna Petrova',
      `ORG:Acme${'\\'.repeat(60_001)}`,
      `NOTE:${'x'.repeat(100_000)}`,
      '\n'.repeat(50_000),
    );
    const [anna] = cards(long).people;
    expect(anna).toMatchObject({ name: 'Anna Petrova', company: '' });
    expect(anna?.note).toContain('x'.repeat(5000));
    expect(anna?.note).not.toContain('x'.repeat(5001));
    const file = { name: 'contacts.vcf', mimeType: 'text/vcard' };
    const many = readFile(Buffer.from('BEGIN:VCARD\n'.repeat(50_000)), file, '');
    expect(many).toMatchObject({ ok: false, reason: 'too-many' });
  });

  it('is read as version 3.0, folded, escaped and grouped', () => {
    const usual = card(
      '3.0',
      'N:von der Heide;Jörg;;Dr.;',
      'FN:Dr. Jörg von',
      '  der Heide',
      'ORG:Volta\\, Energy;Sales',
      'TITLE:Head of Procurement',
      'item1.TEL;type=CELL;type=VOICE:0171 1234567',
      'item2.EMAIL;type=INTERNET:j@volta.example',
      'item2.X-ABLabel:_$!<Work>!$_',
      'X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/jheide',
      'X-SOCIALPROFILE;type=telegram:https://t.me/jheide',
      'ADR;type=WORK:;;Hauptstr. 5;Berlin;;10115;Germany',
    );
    expect(cards(usual, 'DE').people).toMatchObject([
      {
        name: 'Dr. Jörg von der Heide',
        company: 'Volta, Energy',
        role: 'Head of Procurement',
        phone: '+49 171 1234567',
        email: 'j@volta.example',
        telegram: 'jheide',
        note: 'Department: Sales\nsocialprofile: https://www.linkedin.com/in/jheide\nAddress: Hauptstr. 5, Berlin, 10115, Germany',
      },
    ]);
  });

  it('is read as version 4.0, with addresses for numbers and names', () => {
    const late = card(
      '4.0',
      'FN:Bob Stone',
      'TEL;VALUE=uri;TYPE="voice,cell";PREF=1:tel:+1-202-555-0143;ext=12',
      'IMPP:telegram:bob_s',
      'LANG:en',
      'URL:https://stone.example/?a=b:c',
    );
    expect(cards(late.replaceAll('\r\n', '\n')).people).toMatchObject([
      {
        name: 'Bob Stone',
        phone: '+1 202 555 0143',
        telegram: 'bob_s',
        language: 'en',
        note: 'Link: https://stone.example/?a=b:c',
      },
    ]);
  });

  it('keeps the good cards and names the lines of the broken ones', () => {
    const reading = cards(
      `BEGIN:VCARD\nFN:Lost\n${card('3.0', 'FN:Anna')}${card('3.0', 'TEL:+49 171 1234567')}${card('3.0', 'FN:Anna')}BEGIN:VCARD\nFN:Cut`,
    );
    expect(reading.people.map(({ name, line }) => [name, line])).toEqual([['Anna', 3]]);
    expect(reading.spoilt.map(({ line, problem }) => [line, problem.split('.')[0]])).toEqual([
      [1, 'the card does not end'],
      [7, 'there is no name on the card'],
      [15, 'the card does not end'],
    ]);
  });
});

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type FileReading, readFile } from '../../../server/capture/reading/read-file.ts';
import type { CapturedPerson } from '../../../server/db/stored-json.ts';

const read = (content: string | Buffer, country = '', file = { name: 'leads.csv', mimeType: 'text/csv' }) =>
  readFile(Buffer.from(content), file, country);
function table(content: string | Buffer, country = '') {
  const reading = read(content, country);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}
/** "Anna Petrova, CTO at Acme, a@x.example (note)": what is known of somebody in a line. */
const line = ({ name, role, company, telegram, email, phone, source, note }: CapturedPerson) =>
  [name, role, company, telegram, email, phone, source, note].filter(Boolean).join(' / ');
const lines = (content: string | Buffer, country = '') => table(content, country).people.map(line);

describe('a table of people', () => {
  it('is read by the names of its columns; the others go to the note', () => {
    const reading = table('Full name,Organisation,Budget\r\nAnna Petrova,Acme,"10,000"\r\n');
    expect(reading.people.map(line)).toEqual(['Anna Petrova / Acme / Budget: 10,000']);
    expect(reading.people[0]).toMatchObject({ line: 2, state: 'open', leadId: null, isNew: false });
    expect(reading.mapping).toBe(
      'Name from “Full name”, company from “Organisation”; “Budget” goes to the note.',
    );
  });

  it('is understood in five languages, with any delimiter', () => {
    const tables = [
      'Name,Company,Job Title,Email\nAnna Petrova,Acme,CTO,a@x.example',
      'Vorname;Nachname;Firma;Position;E-Mail-Adresse\nAnna;Petrova;Acme;CTO;a@x.example',
      'ФИО\tКомпания\tДолжность\tПочта\nAnna Petrova\tAcme\tCTO\ta@x.example',
      'Nombre|Apellidos|Empresa|Cargo|Correo electrónico\nAnna|Petrova|Acme|CTO|a@x.example',
      'sep=;\r\nNome completo;Empresa;Cargo;E-mail\r\nAnna Petrova;Acme;CTO;a@x.example\r\n',
      // One column of names, and commas in another delimiter's cells.
      'name;company;role;email\n"Anna Petrova";Acme;CTO;a@x.example\n\n',
    ];
    for (const one of tables) expect(lines(one), one).toEqual(['Anna Petrova / CTO / Acme / a@x.example']);
  });

  it('is read as LinkedIn, HubSpot, Google and Outlook export it', () => {
    const linkedIn =
      'Notes:\n"When exporting your data, some addresses are missing, because of settings."\n\n' +
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
      'Anna,Petrova,https://www.linkedin.com/in/anna,,Acme,CTO,12 Oct 2026\n';
    expect(lines(linkedIn)).toEqual([
      'Anna Petrova / CTO / Acme / URL: https://www.linkedin.com/in/anna\nConnected On: 12 Oct 2026',
    ]);
    expect(table(linkedIn).people[0]?.line).toBe(5);
    const hubSpot =
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company\n' +
      '51,Anna,Petrova,a@x.example,+49 171 1234567,,Acme\n';
    expect(lines(hubSpot)).toEqual(['Anna Petrova / Acme / a@x.example / +49 171 1234567 / Record ID: 51']);
    const google =
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n' +
      'Anna,M.,Petrova,Acme,CTO,likes tea,* Work,a@x.example,Mobile,+49 171 1234567\n';
    expect(lines(google)).toEqual([
      'Anna M. Petrova / CTO / Acme / a@x.example / +49 171 1234567 / likes tea',
    ]);
    const outlook =
      'First Name,Last Name,Title,Company,Job Title,Business Phone,Mobile Phone,E-mail Address\n' +
      'Anna,Petrova,Dr.,Acme,CTO,+49 30 12345678,+49 171 1234567,a@x.example\n';
    expect(lines(outlook)).toEqual([
      'Anna Petrova / CTO / Acme / a@x.example / +49 171 1234567 / Title: Dr.\nBusiness Phone: +49 30 12345678',
    ]);
  });

  it('tells people from their companies, and first names from last ones', () => {
    for (const [one, person] of [
      ['Kunde;Ansprechpartner\nAcme;Anna Petrova', 'Anna Petrova / Acme'],
      ['Contacto,Cliente\nAnna Petrova,Acme', 'Anna Petrova / Acme'],
      ['customer,first name,last name\nAcme,Anna,Petrova', 'Anna Petrova / Acme'],
      ['Customer,Company\nAnna Petrova,Acme', 'Anna Petrova / Acme'],
      ['Name;Vorname;Firma\nPetrova;Anna;Acme', 'Anna Petrova / Acme'],
      ['Name;Vorname;Firma\nAnna Petrova;Anna;Acme', 'Anna Petrova / Acme'],
      // What a whole name has not is not lost.
      [
        'Name,First Name,Middle Name,Last Name,Company\nAnnie P.,Anna,M.,Petrova,Acme',
        'Annie P. / Acme / First Name: Anna\nMiddle Name: M.\nLast Name: Petrova',
      ],
      ['Name,Given Name,Family Name,Company\nAnna Petrova,Anna,Petrova,Acme', 'Anna Petrova / Acme'],
      [
        'Name,Company,E-mail 1 - Value,Phone 1 - Value\nAnna Petrova,Acme,a@x.example ::: b@x.example,+49 171 1234567 ::: +49 30 12345678 ::: +49 89 1234567',
        'Anna Petrova / Acme / a@x.example / +49 171 1234567 / E-mail 1 - Value: b@x.example\nPhone 1 - Value: +49 30 12345678, +49 89 1234567',
      ],
    ] as const)
      expect(lines(one), one).toEqual([person]);
  });

  it('without a header is read by what is in it', () => {
    const reading = table('Anna Petrova;anna@acme.example;wants a demo\nBob Stone;bob@x.example;later\n');
    expect(reading.people.map(line)).toEqual([
      'Anna Petrova / anna@acme.example / wants a demo',
      'Bob Stone / bob@x.example / later',
    ]);
    expect(reading.mapping).toBe('Name from column 1, e-mail from column 2; column 3 goes to the note.');
  });

  it('keeps its good rows and names the lines of the bad ones', () => {
    const reading = table(
      'name,email\n"Anna\nPetrova",a@x.example\n,b@x.example\nBob,"open\nCarl,c@x.example\nD,"d"x\n\nEve,e@x.example\n',
    );
    expect(reading.people.map((person) => [person.line, person.name])).toEqual([
      [2, 'Anna Petrova'],
      [6, 'Carl'],
      [9, 'Eve'],
    ]);
    expect(reading.spoilt.map((row) => row.line)).toEqual([4, 5, 7]);
    expect(reading.spoilt[0]?.problem).toBe(
      'there is no name. Write one into “name” and send the file again.',
    );
    expect(reading.spoilt[1]?.problem).toContain('quotation mark');
  });

  it('takes a row that occurs twice once, and what does not hold into the note', () => {
    expect(
      lines(
        'name,email,phone,telegram\nAnna,not an address,030 12345678,@anna_p\nAnna,not an address,030 12345678,t.me/anna_p\nBob,,none,a b\n',
        'DE',
      ),
    ).toEqual([
      'Anna / anna_p / +49 30 12345678 / email: not an address',
      'Bob / phone: none\ntelegram: a b',
    ]);
  });

  it('is read in any encoding', () => {
    const russian = 'Имя;Компания;Заметка\r\nАнна Петрова;Ромашка;Хочет демонстрацию на следующей неделе\r\n';
    const german = 'Name;Firma;Notiz\r\nJörg Müller;Größe & Söhne;möchte eine Vorführung im März\r\n';
    for (const encoding of ['utf8', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-r', 'iso-8859-5'])
      expect(lines(iconv.encode(russian, encoding)), encoding).toEqual([
        'Анна Петрова / Ромашка / Хочет демонстрацию на следующей неделе',
      ]);
    for (const encoding of ['utf8', 'utf-16le', 'windows-1252', 'iso-8859-1'])
      for (const addBOM of [true, false])
        expect(lines(iconv.encode(german, encoding, { addBOM })), encoding).toEqual([
          'Jörg Müller / Größe & Söhne / möchte eine Vorführung im März',
        ]);
  });

  it.each([
    ['windows-1252', 'Núñez Peña', 'Muñoz & Cía.'],
    ['iso-8859-1', 'João Conceição', 'Ação'],
    ['windows-1252', 'Lefèvre', 'Acme'],
    ['windows-1252', 'Åkesson', 'Acme'],
    ['windows-1252', 'François Åkesson', '“Acme®”'],
    ['windows-1252', 'Anna Petrova', '10 €'],
    ['windows-1252', 'Anna Petrova', '€'],
    ['windows-1250', 'Paweł Wiśniewski', 'Żabka'],
    ['iso-8859-2', 'Paweł Wiśniewski', 'Żabka'],
    ['windows-1250', 'Jiří Dvořák', 'Škoda'],
    ['iso-8859-2', 'Jiří Dvořák', 'Škoda'],
    ['windows-1250', 'Tamás Szűcs', 'Győr'],
    ['windows-1251', 'Анна', 'Ромашка €'],
    ['koi8-r', 'Анна', 'Ромашка'],
  ])('is read in %s: %s, %s', (encoding, name, company) => {
    expect(lines(iconv.encode(`Name;Company\r\n${name};${company}\r\n`, encoding))).toEqual([
      `${name} / ${company}`,
    ]);
  });

  it('is read or refused soon, however large', () => {
    const reason = (content: string) => {
      const reading = read(content);
      return reading.ok ? reading.people.map(line) : reading.reason;
    };
    expect(reason(`${'name,'.repeat(20_000)}\nAnna\n`)).toBe('malformed');
    expect(reason(`name\nAnna${',b'.repeat(150_000)}\n`)).toBe('malformed');
    expect(reason(`name,email\n${'Anna,a@x.example\n'.repeat(100_000)}`)).toBe('too-many');
    expect(reason(`name,company\nAnna,Acme\n${',\n'.repeat(200_000)}`)).toEqual(['Anna / Acme']);
    const latin = iconv.encode(`name,note\nJörg,${'x'.repeat(300_000)}\n`, 'windows-1252');
    expect(table(latin).people[0]).toMatchObject({ name: 'Jörg', note: 'x'.repeat(5000) });
  });

  it('is refused with the reason when it is no table of people', () => {
    const reason = (reading: FileReading) => (reading.ok ? 'read' : reading.reason);
    const many = `name\n${Array.from({ length: 2001 }, (_, number) => `Person ${number}`).join('\n')}`;
    const refused = (content: string | Buffer, name = 'leads.csv', mimeType = 'text/csv') =>
      reason(read(content, '', { name, mimeType }));
    expect(refused('')).toBe('empty');
    expect(refused('\ufeff \r\n')).toBe('empty');
    expect(refused(Buffer.from('%PDF-1.7 text'))).toBe('binary');
    expect(refused(Buffer.from('504b0304aa', 'hex'), 'leads.xlsx', 'application/vnd.ms-excel')).toBe(
      'binary',
    );
    expect(refused(Buffer.from('name\0\0\0\0,x\n'))).toBe('binary');
    expect(refused('just a letter\nin two lines\n')).toBe('malformed');
    expect(refused('{"a": 1}', 'a.json', 'application/json')).toBe('unknown');
    expect(refused('no card', 'a.vcf', 'text/vcard')).toBe('malformed');
    expect(refused(many)).toBe('too-many');
    expect(read('name,email\n,a@x.example\n')).toMatchObject({ reason: 'no-people', spoilt: [{ line: 2 }] });
  });

  it('never fails, whatever is in the file', () => {
    const piece = fc.constantFrom(
      ...[
        'name',
        'Anna',
        ',',
        ';',
        '"',
        '""',
        '\n',
        '\r\n',
        '\t',
        "'=",
        'sep=',
        'BEGIN:VCARD',
        'END:VCARD',
        'FN:',
        ':',
      ],
      ...[
        '=\n',
        ';ENCODING=QUOTED-PRINTABLE',
        '=D0',
        ';CHARSET=',
        '\\',
        'TEL;',
        '\0',
        '\ufeff',
        'é',
        '+49 171 1234567',
      ],
    );
    const content = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(content, fc.constantFrom('a.csv', 'a.vcf', 'a.txt'), (text, name) => {
        const reading = read(text, 'DE', { name, mimeType: '' });
        if (reading.ok) for (const person of reading.people) expect(person.name).not.toBe('');
      }),
    );
  });
});

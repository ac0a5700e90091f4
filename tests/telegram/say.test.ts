import { FormattedString } from '@grammyjs/parse-mode';
import { describe, expect, it } from 'vitest';
import { join, say, sayPlain } from '../../server/telegram/say.ts';
import { formatted } from '../support/chat-client.ts';
import { nastyText, seededRandom } from '../support/random.ts';
import { expectValidEntities } from '../support/valid-message.ts';

describe('a value in a message', () => {
  it.each([
    '*_[](~',
    "O'Neil <b>",
    '**x**',
    '{0}',
    "'{x}'",
    '\u{E000}1\u{E001}',
    '🇩🇪👍🏽',
    'دانا',
    '\\*',
    '[a](b)',
  ])('%s is literal text with the form of its place', (name) => {
    const message = say('lead.whoAtCompany', { name, company: name });
    expect(message.text).toBe(`${name} · ${name}`);
    expect(message.entities).toEqual([{ type: 'bold', offset: 0, length: name.length }]);
  });

  it('that has a form of its own keeps it inside the other', () => {
    const lead = say('lead.who', { name: '*A*' });
    const message = say('reminder.heading', { lead, title: '_B_', place: 1, count: 2 });
    expect(message.text).toBe('🔔 *A*\n_B_ · step 1 of 2');
    expect(formatted(message)).toEqual(['bold: *A*', 'bold: _B_']);
  });

  it('that is empty leaves no empty entity behind', () => {
    const message = say('lead.whoAtCompany', { name: '', company: 'Acme' });
    expect(message.entities).toEqual([]);
    expectValidEntities(message);
  });

  it('keeps its lines inside a quotation', () => {
    const message = say('reminder.draft', { draft: 'Hi\n\n- one\n- two\n\n> three' });
    expect(message.text).toBe('Hi\n\n- one\n- two\n\n> three');
    expect(message.entities).toEqual([{ type: 'blockquote', offset: 0, length: message.text.length }]);
  });

  it('is counted in UTF-16 units, as Telegram does', () => {
    expect(say('note.saved', { name: '👩‍👩‍👧‍👦' }).entities).toEqual([
      { type: 'bold', offset: 13, length: 11 },
    ]);
  });

  it('may choose a plural', () => {
    expect(sayPlain('plan.heading', { title: 'A', count: 1 })).toBe('Plan “A”, 1 step:');
    expect(sayPlain('plan.heading', { title: 'A', count: 4 })).toBe('Plan “A”, 4 steps:');
  });
});

describe('pieces joined', () => {
  it('leave out what is not there, and keep every form in its place', () => {
    const bold = new FormattedString('b', [{ type: 'bold', offset: 0, length: 1 }]);
    const message = join([null, new FormattedString('a👍'), null, bold, bold], '\n\n');
    expect(message.text).toBe('a👍\n\nb\n\nb');
    expect(message.entities.map(({ offset }) => offset)).toEqual([5, 8]);
    expect(join([null, null]).text).toBe('');
  });
});

describe('any values at all', () => {
  it.each([1, 2, 3, 4, 5])('arrive as they are, each under its own form (seed %i)', (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 300; round += 1) {
      const [name, company, title, at] = [1, 2, 3, 4].map(() => nastyText(random)) as [
        string,
        string,
        string,
        string,
      ];
      const lead = say('lead.whoAtCompany', { name, company });
      const message = say('reminder.done', { title, lead, at });
      expect(message.text).toBe(`✅ ${title}\n${name} · ${company}\nDone ${at}`);
      expect(formatted(message)).toEqual([`strikethrough: ${title}`, `bold: ${name}`]);
      expectValidEntities(message);
    }
  });
});

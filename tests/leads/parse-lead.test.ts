import { describe, expect, it } from 'vitest';
import { parseLead } from '../../server/leads/parse-lead.ts';

const nothing = { name: '', company: '', role: '', telegram: '', email: '', notes: '' };

describe('a lead read from a line', () => {
  it.each([
    [
      'Anna Petrova, CTO at Acme, met at the fair, wants a demo',
      { name: 'Anna Petrova', role: 'CTO', company: 'Acme', notes: 'met at the fair, wants a demo' },
    ],
    ['Anna Petrova', { name: 'Anna Petrova' }],
    ['Anna, met at the fair', { name: 'Anna', notes: 'met at the fair' }],
    ['Anna, met at Hannover Messe', { name: 'Anna', notes: 'met at Hannover Messe' }],
    ['Anna, at the fair', { name: 'Anna', notes: 'at the fair' }],
    [
      'Anna; Head of Sales @ 3M; call on Monday',
      { role: 'Head of Sales', company: '3M', notes: 'call on Monday' },
    ],
    ['Marek, Head of Energy at Volta Energy', { role: 'Head of Energy', company: 'Volta Energy' }],
    ['Bob Stone <bob@x.example>', { name: 'Bob Stone', email: 'bob@x.example' }],
    ['Bob (bob@x.example), CFO at X', { name: 'Bob', email: 'bob@x.example', role: 'CFO', company: 'X' }],
    ['Anna, CEO of Acme', { role: 'CEO', company: 'Acme' }],
    ['Jörg Müller, Einkauf bei Bosch', { name: 'Jörg Müller', role: 'Einkauf', company: 'Bosch' }],
    ['Анна, директор в Яндекс', { name: 'Анна', role: 'директор', company: 'Яндекс' }],
    ['محمد, مدير at شركة', { name: 'محمد', role: 'مدير', company: 'شركة' }],
    ['Anna\nCEO at Acme\nlikes tea', { name: 'Anna', role: 'CEO', company: 'Acme', notes: 'likes tea' }],
  ])('%j', (line, expected) => expect(parseLead(line)).toMatchObject(expected));

  it('finds a handle and an address wherever they stand', () => {
    expect(parseLead('Anna @anna_p, CTO at Acme, anna@acme.example, wants a demo')).toEqual({
      name: 'Anna',
      role: 'CTO',
      company: 'Acme',
      telegram: 'anna_p',
      email: 'anna@acme.example',
      notes: 'wants a demo',
    });
  });

  it('takes the first handle and the first address; the others stay in the note', () => {
    const lead = parseLead('Anna, @anna_p, @bernd_q, a@x.example, b@x.example');
    expect(lead).toMatchObject({ telegram: 'anna_p', email: 'a@x.example' });
    expect(lead.notes).toBe('@bernd_q, b@x.example');
  });

  it.each(['', ' ', ',,;\n', '\n\n'])('finds nothing in %j', (line) =>
    expect(parseLead(line)).toEqual(nothing),
  );

  it.each(['*_[](~`, CEO at Acme', "O'Neil <b>, CEO at Acme", '👩‍💻 Anna 🎉, CEO at Acme'])(
    'leaves the characters of %j alone',
    (line) => expect(parseLead(line)).toMatchObject({ name: line.split(',')[0], company: 'Acme' }),
  );

  it('never fails, however odd or long the line', () => {
    for (const text of [
      '@'.repeat(5000),
      'a '.repeat(5000),
      'a@'.repeat(5000),
      'x'.repeat(5000),
      '\u202e,\0',
    ]) {
      expect(() => parseLead(text)).not.toThrow();
    }
  });
});

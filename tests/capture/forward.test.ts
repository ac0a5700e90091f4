import { describe, expect, it } from 'vitest';
import { withForward } from '../../server/capture/forward.ts';

function forwarded(text: string) {
  const origin = { kind: 'person', name: 'Anna Keller', telegram: '' } as const;
  return withForward(null, { origin, text, country: '', source: 'Forwarded from Anna Keller, 12 Oct' });
}

describe('a way to reach somebody in a forwarded message', () => {
  it.each([
    'Yes, call me: +1 415 555 2671',
    '+1 415 555 2671',
    'My new number is +1 415 555 2671, Bob',
    'Meine Handynummer ist +1 415 555 2671',
    'See you in Berlin, +1 415 555 2671',
    'The offer of Bob is fine.\n\nBest,\nAnna\n+1 415 555 2671',
    'Anna Keller\nCTO at Acme, Main Street 5\nBerlin, +1 415 555 2671',
  ])('is the sender’s: %j', (text) => {
    expect(forwarded(text)).toMatchObject({ name: 'Anna Keller', phone: '+1 415 555 2671' });
  });

  it.each([
    'forwarding you Bob: +1 415 555 2671, bob@acme.example',
    'Bob Stone, CTO at X, +1 415 555 2671',
    'My colleague Bob: +1 415 555 2671',
    'Anna here, Bob’s number is +1 415 555 2671',
    'ask him, +1 415 555 2671',
    'write to bob@acme.example',
    'Мой коллега Борис: +1 415 555 2671',
    'Bob: +1 415 555 2671\n\nBest,\nAnna Keller',
  ])('is somebody else’s and stays in the note: %j', (text) => {
    const person = forwarded(text);
    expect(person).toMatchObject({ phone: '', email: '', note: `Anna Keller: ${text}` });
  });
});

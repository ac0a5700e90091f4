import { describe, expect, it } from 'vitest';
import { cut, split } from '../server/cut.ts';
import { loneHalf } from './support/valid-message.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const charactersOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);

describe('cutting a text', () => {
  it('leaves what fits as it is', () => {
    expect(cut('Anna', 4)).toBe('Anna');
    expect(cut('', 10)).toBe('');
    expect(cut('👩‍👩‍👧‍👦', 11)).toBe('👩‍👩‍👧‍👦');
  });

  it('ends with an ellipsis, without a space before it', () => {
    expect(cut('Anna Petrova', 6)).toBe('Anna…');
    expect(cut('Anna Petrova', 8)).toBe('Anna Pe…');
  });

  it.each(['👩‍👩‍👧‍👦', '🇩🇪', 'é', 'e\u0301', '👍🏽', 'क्षि', '𝒳', '1️⃣'])(
    'never cuts %s in two',
    (character) => {
      const text = `a${character.repeat(12)}`;
      for (let max = 1; max <= text.length + 1; max += 1) {
        const result = cut(text, max);
        expect(result.length).toBeLessThanOrEqual(max);
        expect(result).not.toMatch(loneHalf);
        const kept = charactersOf(result.replace(/…$/, ''));
        expect(kept).toEqual(charactersOf(text).slice(0, kept.length));
      }
    },
  );

  it('leaves nothing of a single character that is too long', () => {
    expect(cut(`e${'\u0301'.repeat(500)}`, 10)).toBe('…');
  });

  it('does with a text of a million characters', () => {
    expect(cut('👩‍👩‍👧‍👦'.repeat(100_000), 4096).length).toBeLessThanOrEqual(4096);
  });
});

describe('splitting a text', () => {
  it.each(['', 'Anna', 'Anna Petrova', '👩‍👩‍👧‍👦'.repeat(9), `e${'\u0301'.repeat(50)}`])(
    'loses nothing of %j',
    (text) => {
      const pieces = split(text, 12);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(12);
    },
  );

  it('parts between characters as people see them', () => {
    expect(split('👩‍👩‍👧‍👦'.repeat(3), 24)).toEqual(['👩‍👩‍👧‍👦'.repeat(2), '👩‍👩‍👧‍👦']);
  });
});

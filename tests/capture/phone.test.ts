import { describe, expect, it } from 'vitest';
import { countryOf, internationalPhone, normalPhone, samePhone } from '../../server/capture/phone.ts';

const nobody = { holidays: null, timeZone: null, language: null };

describe('a phone number', () => {
  it('is compared without spaces, in the country of the person where it has no prefix', () => {
    expect(normalPhone('030 / 1234 5678', 'DE')).toBe('+493012345678');
    expect(normalPhone('0049 30 12345678', '')).toBe('+493012345678');
    expect(normalPhone('030 12345678', '')).toBeNull();
    expect(internationalPhone('030 12345678', 'DE')).toBe('+49 30 12345678');
    expect(samePhone('+49 (0)30 12345678', '03012345678', 'DE')).toBe(true);
    expect(samePhone('none', 'none', 'DE')).toBe(false);
  });

  it('belongs to the country of the holidays, the zone or the language of its owner', () => {
    expect(countryOf({ ...nobody, holidays: 'AT', timeZone: 'Europe/Berlin' })).toBe('AT');
    expect(countryOf({ ...nobody, timeZone: 'America/Sao_Paulo', language: 'ru' })).toBe('BR');
    expect(countryOf({ ...nobody, timeZone: 'UTC', language: 'de' })).toBe('DE');
    expect(countryOf({ ...nobody, language: 'pt-BR' })).toBe('BR');
    for (const language of ['en', 'es', '', 'no language'])
      expect(countryOf({ ...nobody, language })).toBe('');
  });
});

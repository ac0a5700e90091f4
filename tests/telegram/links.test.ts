import { describe, expect, it } from 'vitest';
import { leadPath, parseStartParam, startAppLink } from '../../server/telegram/links.ts';

const [lead, step] = ['9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e', '1b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5f'];

describe('a link from outside the chat', () => {
  it('holds only what Telegram allows in a start parameter, and leads back to lead and step', () => {
    for (const stepId of [null, step]) {
      const link = new URL(startAppLink('test_bot', lead, stepId));
      expect(`${link.origin}${link.pathname}`).toBe('https://t.me/test_bot');
      const param = link.searchParams.get('startapp');
      expect(param).toMatch(/^[\w-]{1,512}$/);
      expect(parseStartParam(param)).toBe(leadPath(lead, stepId));
    }
  });

  it.each([
    ...[
      null,
      '',
      'ref_42',
      'l_',
      `l_${lead.slice(1)}`,
      `l_${lead}_s_`,
      `l_${lead}_s_42`,
      `l_${lead}_x_${step}`,
    ],
    ...[`l_${lead}_s_${step}x`, `x_${lead}`, `l_${'-'.repeat(36)}`, `l_${'0'.repeat(36)}`, `l_${lead}\n`],
    ...['l_../../../../etc/passwd-padding-padding-p', `https://evil.example/l_${lead}`],
  ])('%j leads nowhere', (param) => {
    expect(parseStartParam(param)).toBeNull();
  });

  it('with the word "capture" leads to that confirm card', () => {
    expect(parseStartParam(`capture_${lead}`)).toBe(`/captures/${lead}`);
    for (const id of ['', '42', '0'.repeat(36), `${lead}x`, `${lead}_s_${step}`])
      expect(parseStartParam(`capture_${id}`)).toBeNull();
  });

  it('with a step that is no id leads to the lead', () => {
    expect(parseStartParam(`l_${lead}_s_${'0'.repeat(36)}`)).toBe(`/leads/${lead}`);
  });
});

import { describe, expect, it } from 'vitest';
import { clockLabel, dateTimeLabel, dayLabel } from '../../server/simulator/page/dates.ts';
import { isSafe, readLink } from '../../server/simulator/page/links.ts';
import {
  durationLabel,
  excerpt,
  originName,
  secondsToSay,
  sizeLabel,
} from '../../server/simulator/page/media-words.ts';
import { type AppHost, appEvents, type BottomButton } from '../../server/simulator/page/mini-app-events.ts';
import { launchUrl, readMessage } from '../../server/simulator/page/mini-app-launch.ts';
import { resolveColor, type ThemeName, themeParams } from '../../server/simulator/page/theme.ts';

/** The parts of the chat page that need no browser; the rest is tried in a real one. */

describe('links', () => {
  const read = (link: string) => readLink(link, 'our_bot');

  it('knows the bot’s own links from all others', () => {
    expect(read('https://t.me/Our_Bot?startapp=l_1')).toEqual({ kind: 'app', startParam: 'l_1' });
    expect(read('https://t.me/our_bot/leads?startapp=l_1_s_2')).toEqual({
      kind: 'app',
      startParam: 'l_1_s_2',
    });
    expect(read('https://t.me/our_bot?start=x')).toEqual({ kind: 'start', payload: 'x' });
    expect(read('https://t.me/other_bot?startapp=x')).toMatchObject({ kind: 'outside' });
    expect(read('https://evil.example/our_bot?startapp=x')).toMatchObject({ kind: 'outside' });
    expect(read('not a link')).toMatchObject({ kind: 'outside' });
  });

  it('opens nothing that could run as a script', () => {
    expect(['https://a.example', 'tg://x', 'mailto:a@b.example'].every(isSafe)).toBe(true);
    expect(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'x'].some(isSafe)).toBe(false);
  });
});

describe('what a message carries', () => {
  it('is told in a few words', () => {
    const file = { file_id: 'a', file_unique_id: 'b' };
    expect([
      excerpt({ text: 'First\n\nsecond' }),
      excerpt({ text: '', media: { document: { ...file, file_name: 'a.csv' } } }),
      excerpt({ text: 'A caption', media: { photo: [] } }),
      excerpt({ text: '', media: { contact: { phone_number: '1', first_name: 'Anna', last_name: 'K' } } }),
    ]).toEqual(['First second', 'a.csv', 'A caption', 'Contact: Anna K']);
    expect([640, 12_345, 3_400_000].map(sizeLabel)).toEqual(['640 B', '12 KB', '3.4 MB']);
    expect([7, 75].map(durationLabel)).toEqual(['0:07', '1:15']);
    expect(['Hi', 'word '.repeat(150)].map(secondsToSay)).toEqual([1, 60]);
    const chat = { id: -1, type: 'channel' as const, title: 'Acme News' };
    expect(originName({ type: 'channel', chat, message_id: 1, date: 0 })).toBe('Acme News');
  });
});

describe('launching a Mini App', () => {
  it('keeps the address and carries the launch parameters in the fragment', () => {
    const url = new URL(
      launchUrl('http://localhost:3000/leads/1?step=2', 'user=%7B%7D&hash=ab', 'dark', 'l_1'),
    );
    expect(`${url.origin}${url.pathname}${url.search}`).toBe(
      'http://localhost:3000/leads/1?step=2&tgWebAppStartParam=l_1',
    );
    const launch = new URLSearchParams(url.hash.slice(1));
    expect(launch.get('tgWebAppData')).toBe('user=%7B%7D&hash=ab');
    expect(launch.get('tgWebAppVersion')).toBe('9.1');
    expect(launch.get('tgWebAppPlatform')).toBe('weba');
    expect(JSON.parse(launch.get('tgWebAppThemeParams') ?? '')).toEqual(themeParams('dark'));
  });

  it('reads only messages that are events', () => {
    expect(readMessage('{"eventType":"web_app_ready"}')).toEqual({ eventType: 'web_app_ready', data: {} });
    for (const raw of ['nonsense', '{}', { eventType: 'web_app_ready' }, 'null', '{"eventType":1}']) {
      expect(readMessage(raw)).toBeNull();
    }
  });
});

describe('events of a Mini App', () => {
  function hostWith(posted: unknown[], changes: Partial<BottomButton>[] = []): AppHost {
    const nothing = () => {};
    return {
      theme: () => 'light',
      post: (...event) => void posted.push(event),
      viewport: () => ({ width: 390, height: 600 }),
      ready: nothing,
      close: nothing,
      setBack: nothing,
      setSettings: nothing,
      setCloseConfirm: nothing,
      setButton: (_which, change) => void changes.push(change),
      setColor: nothing,
      haptic: nothing,
      openLink: nothing,
      allowWriting: async () => void posted.push('allowed'),
    };
  }

  it.each([
    ['web_app_request_theme', 'theme_changed', { theme_params: themeParams('light') }],
    [
      'web_app_request_viewport',
      'viewport_changed',
      { width: 390, height: 600, is_expanded: true, is_state_stable: true },
    ],
    ['web_app_request_safe_area', 'safe_area_changed', { top: 0, bottom: 0, left: 0, right: 0 }],
    [
      'web_app_request_content_safe_area',
      'content_safe_area_changed',
      { top: 0, bottom: 0, left: 0, right: 0 },
    ],
  ])('answers %s', (asked, answered, data) => {
    const posted: unknown[] = [];
    void appEvents[asked]?.(hostWith(posted), {});
    expect(posted).toEqual([[answered, data]]);
  });

  it('gives write access before it says so, and refuses custom methods by request', async () => {
    const posted: unknown[] = [];
    await appEvents.web_app_request_write_access?.(hostWith(posted), {});
    void appEvents.web_app_invoke_custom_method?.(hostWith(posted), { req_id: '7' });
    expect(posted).toEqual([
      'allowed',
      ['write_access_requested', { status: 'allowed' }],
      ['custom_method_invoked', { req_id: '7', error: 'UNSUPPORTED' }],
    ]);
  });

  it('changes of a button only what is named', () => {
    const changes: Partial<BottomButton>[] = [];
    void appEvents.web_app_setup_main_button?.(hostWith([], changes), {
      is_visible: true,
      text: ' Save ',
      color: '#112233',
    });
    void appEvents.web_app_setup_main_button?.(hostWith([], changes), { is_progress_visible: true });
    expect(changes).toEqual([{ visible: true, text: 'Save', color: '#112233' }, { busy: true }]);
  });
});

describe('the theme', () => {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const TEXTS = [
    'text',
    'hint',
    'link',
    'accent_text',
    'subtitle_text',
    'section_header_text',
    'destructive_text',
  ];
  const GROUNDS = ['bg', 'secondary_bg', 'section_bg', 'header_bg', 'bottom_bar_bg'];

  it.each<ThemeName>(['light', 'dark'])('keeps every text readable in %s', (theme) => {
    const color = (name: string) => themeParams(theme)[`${name}_color`] ?? '';
    expect(Object.keys(themeParams(theme))).toHaveLength(15);
    for (const text of TEXTS) {
      for (const ground of GROUNDS) {
        expect(contrast(color(text), color(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(color('button'), color('button_text'))).toBeGreaterThanOrEqual(4.5);
  });

  it('resolves colours by value and by key, and nothing else', () => {
    expect(resolveColor('light', '#AbCdEf')).toBe('#AbCdEf');
    expect(resolveColor('dark', 'bg_color')).toBe('#17212b');
    expect(resolveColor('dark', 'url(x)')).toBeNull();
    expect(resolveColor('dark', undefined)).toBeNull();
  });
});

describe('dates', () => {
  const now = new Date(2026, 10, 24, 20, 31);
  const seconds = (date: Date) => date.getTime() / 1000;

  it('says day and time as people do', () => {
    expect(clockLabel(now)).toBe('Tue 24 Nov, 20:31');
    expect(dayLabel(seconds(new Date(2026, 10, 24, 0, 1)), now)).toBe('Today');
    expect(dayLabel(seconds(new Date(2026, 10, 23, 23, 59)), now)).toBe('Yesterday');
    expect(dayLabel(seconds(new Date(2026, 10, 2)), now)).toBe('2 November');
  });

  it('writes date_time entities in their format', () => {
    const at = seconds(new Date(2026, 10, 26, 9, 0));
    expect(dateTimeLabel(at, 'r', now)).toBe('in 2 days');
    expect(dateTimeLabel(at, 'wDt', now)).toMatch(/^Thursday.* 26 November 2026.* 09:00$/);
    expect(dateTimeLabel(at, '', now)).toBeNull();
  });
});

export type ThemeName = 'light' | 'dark';

/**
 * The 15 colours Telegram hands to a Mini App, close to its own by day and by night; blue and grey are a little
 * stronger than Telegram's, so that text in them keeps a contrast of 4.5:1 on every background here.
 */
const PARAMS: Record<ThemeName, Record<string, string>> = {
  light: {
    bg_color: '#ffffff',
    text_color: '#000000',
    hint_color: '#6a6a6f',
    link_color: '#1d6fb5',
    button_color: '#1d6fb5',
    button_text_color: '#ffffff',
    secondary_bg_color: '#efeff3',
    header_bg_color: '#ffffff',
    bottom_bar_bg_color: '#ffffff',
    accent_text_color: '#1d6fb5',
    section_bg_color: '#ffffff',
    section_header_text_color: '#6a6a6f',
    section_separator_color: '#d9d9dd',
    subtitle_text_color: '#6a6a6f',
    destructive_text_color: '#c92a2a',
  },
  dark: {
    bg_color: '#17212b',
    text_color: '#f5f5f5',
    hint_color: '#8a9aa9',
    link_color: '#6ab3f3',
    button_color: '#3f76b0',
    button_text_color: '#ffffff',
    secondary_bg_color: '#0e1621',
    header_bg_color: '#17212b',
    bottom_bar_bg_color: '#17212b',
    accent_text_color: '#6ab2f2',
    section_bg_color: '#17212b',
    section_header_text_color: '#6ab3f3',
    section_separator_color: '#253341',
    subtitle_text_color: '#8a9aa9',
    destructive_text_color: '#f1706a',
  },
};

/** The theme parameters as they go to the Mini App. */
export function themeParams(theme: ThemeName): Record<string, string> {
  return PARAMS[theme];
}

/** A colour named as Mini Apps name it: a hex value, or a key such as "secondary_bg_color"; null for neither. */
export function resolveColor(theme: ThemeName, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return /^#[\da-f]{6}$/i.test(value) ? value : (PARAMS[theme][value] ?? null);
}

/** The theme of the page: the device's at first, until `toggle` chooses. `onChange` hears of both. */
export function pageTheme(onChange: (theme: ThemeName) => void) {
  const device = matchMedia('(prefers-color-scheme: dark)');
  let current: ThemeName = device.matches ? 'dark' : 'light';
  let chosen = false;
  const set = (theme: ThemeName) => {
    current = theme;
    document.documentElement.dataset.theme = theme;
    onChange(theme);
  };
  device.addEventListener('change', () => {
    if (!chosen) set(device.matches ? 'dark' : 'light');
  });
  document.documentElement.dataset.theme = current;
  return {
    current: () => current,
    toggle() {
      chosen = true;
      set(current === 'dark' ? 'light' : 'dark');
    },
  };
}

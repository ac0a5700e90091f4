// Telegram hands its theme over in the URL's fragment. Reading it before the first paint saves a flash of wrong colours.
(() => {
  keepLaunch();
  try {
    const raw = new URLSearchParams(location.hash.slice(1)).get('tgWebAppThemeParams');
    const theme = raw ? JSON.parse(raw) : {};
    const root = document.documentElement;
    for (const [name, value] of Object.entries(theme)) {
      if (/^#[\da-f]{6}$/i.test(value)) {
        root.style.setProperty(`--tg-theme-${name.replaceAll('_', '-')}`, value);
      }
    }
    const [r, g, b] =
      (theme.bg_color ?? '').match(/[\da-f]{2}/gi)?.map((part) => Number.parseInt(part, 16)) ?? [];
    if (b !== undefined) root.dataset.scheme = 0.299 * r + 0.587 * g + 0.114 * b < 120 ? 'dark' : 'light';
  } catch {
    // Without a readable theme the colours of globals.css stand.
  }
})();

// A link that is tapped before React has woken up loads its page without the fragment, and the SDK would then believe that
// it is outside Telegram: kept where, and as, the SDK keeps it (@telegram-apps/bridge, retrieveLaunchParams).
function keepLaunch() {
  try {
    const launch = location.hash.slice(1);
    if (launch.includes('tgWebAppData='))
      sessionStorage.setItem('tapps/launchParams', JSON.stringify(launch));
  } catch {
    // Some frames have no storage; there the first tap has to wait.
  }
}

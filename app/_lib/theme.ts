import { liftOf, oppositeOf, tinted } from './readable.ts';

/** Telegram's theme, "#rrggbb" each; every one may be missing. */
export type Theme = Partial<Record<string, string>>;

function set(name: string, value: string | null): void {
  document.documentElement.style.setProperty(name, value);
}

/**
 * Telegram's themes, above all those people make themselves, often hold hints and links too pale to read. This works out
 * how far each must move towards the text colour and leaves that to globals.css; what cannot be worked out keeps the
 * defaults there.
 */
export function makeReadable(theme: Theme): void {
  const { link_color: link, hint_color: hint, destructive_text_color: danger, text_color: text } = theme;
  const card = theme.section_bg_color ?? theme.bg_color;
  const page = theme.secondary_bg_color;
  const lift = (colour: string | undefined, tint: string | undefined, share: number) =>
    colour && tint && text && page && card
      ? `${liftOf(colour, text, [page, card, tinted(card, tint, share)])}%`
      : null;
  // Each on the strongest tint it stands on.
  set('--link-lift', lift(link, link, 0.19));
  set('--hint-lift', lift(hint, link, 0.19));
  set('--danger-lift', lift(danger, danger, 0.12));

  const { button_color: button, button_text_color: onButton } = theme;
  const away = onButton ? oppositeOf(onButton) : null;
  set('--button-away', away);
  set('--button-lift', button && onButton && away ? `${liftOf(button, away, [onButton])}%` : null);
}

/** Red, green and blue, 0 to 255. */
type Rgb = [number, number, number];

function parse(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const channel = (i: 0 | 1 | 2) => a[i] * (1 - share) + b[i] * share;
  return [channel(0), channel(1), channel(2)];
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const channel = value / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours as WCAG 2.2 defines it: 1 (none) to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** 4.5 is what WCAG 2.2 (1.4.3) asks of text; a little more, since browsers round. */
const enough = 4.6;

/**
 * How much of `towards` must be mixed into `colour`, in percent, until it is readable on every one of the grounds. All
 * colours "#rrggbb".
 */
export function liftOf(colour: string, towards: string, grounds: string[]): number {
  const [from, to, surfaces] = [parse(colour), parse(towards), grounds.map(parse)];
  for (let lift = 0; lift < 100; lift += 4) {
    const lifted = mixed(from, to, lift / 100);
    if (surfaces.every((surface) => contrast(lifted, surface) >= enough)) return lift;
  }
  return 100;
}

/** `ground` with a share (0 to 1) of `colour` in it, as "#rrggbb": what color-mix does for the tints in globals.css. */
export function tinted(ground: string, colour: string, share: number): string {
  const channels = mixed(parse(ground), parse(colour), share);
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever is further from this colour. */
export function oppositeOf(colour: string): '#000000' | '#ffffff' {
  return contrast(parse(colour), [0, 0, 0]) > contrast(parse(colour), [255, 255, 255])
    ? '#000000'
    : '#ffffff';
}

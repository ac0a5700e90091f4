import { cx } from '../../_lib/cx.ts';
import styles from './avatar.module.css';

const colours = ['blue', 'red', 'green', 'violet', 'gold', 'teal', 'pink', 'slate'] as const;

/** The same name always gets the same colour. */
function colourOf(name: string): (typeof colours)[number] {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return colours[sum % colours.length] ?? 'blue';
}

/** First letters of the first and the last word; whole characters, so that no emoji is cut in two. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last].map((word) => [...word][0]?.toUpperCase() ?? '').join('') || '?';
}

/** Decoration beside the name, so screen readers skip it. */
export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={cx(styles.avatar, styles[colourOf(name)], large && styles.large)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

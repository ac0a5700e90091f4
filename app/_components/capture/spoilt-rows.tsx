import type { SpoiltRow } from '#server/db/stored-json.ts';
import { captureListTexts as texts } from '../../_texts/captures.ts';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './spoilt-rows.module.css';

const shown = 20;

/** Lines of a file that are nobody, each with what is wrong with it; nothing at all when there are none. */
export function SpoiltRows({ rows }: { rows: SpoiltRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={texts.spoilt}>
      <Card>
        <ul>
          {rows.slice(0, shown).map(({ line, problem }) => (
            <li key={line} className={styles.row}>
              <span className={styles.line}>{texts.line(line)}</span> {problem}
            </li>
          ))}
          {rows.length > shown && <li className={styles.row}>{texts.more(rows.length - shown)}</li>}
        </ul>
      </Card>
    </Section>
  );
}

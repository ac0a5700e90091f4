import { effectTexts } from '../../_texts/time.ts';
import styles from './move-list.module.css';

/** More lines than that nobody compares. */
const maxLines = 12;

type Move = { stepId: string; title: string; from: string; to: string; lead?: string };

/** Steps that move, each with its old and its new date; whose they are, where that is not clear. */
export function MoveList({ moves }: { moves: Move[] }) {
  const left = moves.length - maxLines;
  return (
    <>
      <ul className={styles.list}>
        {moves.slice(0, maxLines).map(({ stepId, title, from, to, lead }) => (
          <li key={stepId} className={styles.move}>
            <span className={styles.title}>{lead ? `${title} · ${lead}` : title}</span>
            <span className={styles.dates}>{effectTexts.move(from, to)}</span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className={styles.dates}>{effectTexts.more(left)}</p>}
    </>
  );
}

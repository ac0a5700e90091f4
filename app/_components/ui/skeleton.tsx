import { cx } from '../../_lib/cx.ts';
import styles from './skeleton.module.css';

/** A grey bar in the place of words to come. */
export function Bone({ size = 'm' }: { size?: 's' | 'm' | 'l' }) {
  return <span className={cx(styles.bone, styles[size])} />;
}

/** Rows in the shape of those to come: a disc and two lines. `words` is what a screen reader hears instead. */
export function SkeletonRows({
  count,
  words,
  large = false,
}: {
  count: number;
  words: string;
  large?: boolean;
}) {
  return (
    <div className={styles.rows}>
      <span className="visually-hidden">{words}</span>
      {Array.from({ length: count }, (_, place) => place).map((place) => (
        <div key={place} className={styles.row} aria-hidden="true">
          <span className={cx(styles.disc, large && styles.large)} />
          <span className={styles.lines}>
            <Bone size={place % 2 ? 'm' : 'l'} />
            <Bone size="s" />
          </span>
        </div>
      ))}
    </div>
  );
}

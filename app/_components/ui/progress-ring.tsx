import styles from './progress-ring.module.css';

const radius = 20;
const length = 2 * Math.PI * radius;

/** "2/5" inside a ring that fills up. */
export function ProgressRing({ settled, total }: { settled: number; total: number }) {
  return (
    <svg className={styles.ring} viewBox="0 0 48 48" role="img" aria-label={`${settled} of ${total} done`}>
      <circle className={styles.track} cx="24" cy="24" r={radius} />
      <circle
        className={styles.fill}
        cx="24"
        cy="24"
        r={radius}
        strokeDasharray={length}
        strokeDashoffset={length * (1 - settled / total)}
        transform="rotate(-90 24 24)"
      />
      <text className={styles.words} x="24" y="28.5" textAnchor="middle">
        {settled}/{total}
      </text>
    </svg>
  );
}

import type { ApiError } from '../../_lib/fetch-json.ts';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import styles from './read-problem.module.css';

/** Stands where a screen's content would be when it could not be read. */
export function ReadProblem({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  return (
    <div className={styles.problem}>
      <Alert>{error.message}</Alert>
      <Button look="soft" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

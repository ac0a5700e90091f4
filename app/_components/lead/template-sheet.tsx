'use client';

import type { TemplateList } from '#server/views/template-view.ts';
import { useRead } from '../../_lib/use-read.ts';
import { followTexts, templateTexts } from '../../_texts/templates.ts';
import { TemplateLines } from '../templates/template-lines.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './template-sheet.module.css';

type Props = { onChoose: (key: string) => void; onClose: () => void };

/** The templates to choose from. */
export function TemplateSheet({ onChoose, onClose }: Props) {
  const { data, error, mutate } = useRead<TemplateList>('/api/templates');
  return (
    <Sheet title={followTexts.title} onClose={onClose}>
      {data && (
        <ul className={styles.list}>
          {data.templates.map((template) => (
            <li key={template.key}>
              <button type="button" className={styles.choice} onClick={() => onChoose(template.key)}>
                <TemplateLines template={template} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {!data && !error && <SkeletonRows count={4} words={templateTexts.loading} />}
      {!data && error && <ReadProblem error={error} onRetry={() => mutate()} />}
    </Sheet>
  );
}

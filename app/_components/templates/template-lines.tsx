import type { TemplateRow } from '#server/views/template-view.ts';
import { templateTexts } from '../../_texts/templates.ts';
import { Chip } from '../ui/chip.tsx';
import styles from './template-lines.module.css';

/** A template in a list: its title, when to use it, and how much it is. */
export function TemplateLines({ template }: { template: TemplateRow }) {
  const chip = templateTexts.chips[template.origin];
  return (
    <span className={styles.lines}>
      <span className={styles.line}>
        <span className={styles.title}>{template.title}</span>
        {chip && <Chip tone="today">{chip}</Chip>}
      </span>
      {template.fits && <span className={styles.fits}>{template.fits}</span>}
      <span className={styles.size}>{templateTexts.size(template)}</span>
    </span>
  );
}

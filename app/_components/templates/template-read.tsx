import type { TemplateStepView, TemplateView } from '#server/views/template-view.ts';
import { channelWords, meaningWords, templateTexts } from '../../_texts/templates.ts';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { TemplateActs } from './template-acts.tsx';
import styles from './template-read.module.css';

type Props = { template: TemplateView; onEdit: () => void; onGone: () => void };

/** A template to be read: each step with when, why and the draft as one lead would get it. */
export function TemplateRead({ template, onEdit, onGone }: Props) {
  const places = Array.from(template.steps, (step, place) => ({ step, place }));
  return (
    <>
      <TemplateActs template={template} onEdit={onEdit} onGone={onGone} />
      <Card>
        <ol>
          {places.map(({ step, place }) => (
            <Step key={place} step={step} place={place + 1} />
          ))}
        </ol>
      </Card>
      <p className={styles.foot}>{templateTexts.example}</p>
    </>
  );
}

/** The words as they were written; what they count from only where that is easily overlooked. */
function whenWords({ timing, meaning }: TemplateStepView): string {
  if (timing && meaning?.from !== 'previous') return timing;
  return [timing, meaningWords(timing, meaning)].filter(Boolean).join(' · ');
}

function Step({ step, place }: { step: TemplateStepView; place: number }) {
  const { title, why, example, channel } = step;
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {place}. {title}
        </h2>
        {channel && <Chip tone="today">{channelWords[channel]}</Chip>}
      </div>
      <p className={styles.when}>{whenWords(step)}</p>
      {why && <p className={styles.why}>{why}</p>}
      {example && <blockquote className={styles.draft}>{example}</blockquote>}
    </li>
  );
}

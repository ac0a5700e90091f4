'use client';

import { useState } from 'react';
import { playbookTexts } from '../../_texts/playbook.ts';
import { Field } from '../form/field.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './playbook-examples.module.css';

const maxExamples = 5;

type Props = { examples: string[]; onChange: (examples: string[]) => void };

/** Messages of the person's own, as examples of how they write. */
export function PlaybookExamples({ examples, onChange }: Props) {
  // The one that was just added takes the cursor.
  const [added, setAdded] = useState(-1);
  const places = Array.from(examples, (_, place) => place);
  function add(): void {
    setAdded(examples.length);
    onChange([...examples, '']);
  }
  return (
    <Section title={playbookTexts.examplesTitle}>
      <Card>
        {places.map((place) => (
          <div key={place} className={styles.example}>
            <Field
              label={playbookTexts.example(place + 1)}
              placeholder={playbookTexts.placeholders.example}
              lines={4}
              maxLength={2000}
              focused={place === added}
              value={examples[place] ?? ''}
              onChange={(text) => onChange(examples.with(place, text))}
            />
            <Button
              look="link"
              aria-label={playbookTexts.removeExample(place + 1)}
              onClick={() => onChange(examples.toSpliced(place, 1))}
            >
              Remove
            </Button>
          </div>
        ))}
        {examples.length < maxExamples && (
          <Button look="soft" className={styles.add} onClick={add}>
            {playbookTexts.addExample}
          </Button>
        )}
        <p className={styles.hint}>{playbookTexts.examplesHint}</p>
      </Card>
    </Section>
  );
}

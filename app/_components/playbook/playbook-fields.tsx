import type { Playbook } from '#server/playbook/playbook.ts';
import { playbookTexts } from '../../_texts/playbook.ts';
import { Field } from '../form/field.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';

const { parts, placeholders } = playbookTexts;

type Props = { fields: Playbook; onChange: (fields: Playbook) => void };

/** What is sold, to whom, and in which manner. */
export function PlaybookFields({ fields, onChange }: Props) {
  const bind = (part: keyof typeof parts, maxLength: number) => ({
    label: parts[part],
    placeholder: placeholders[part],
    maxLength,
    value: fields[part],
    onChange: (value: string) => onChange({ ...fields, [part]: value }),
  });
  return (
    <>
      <Section title={playbookTexts.saleTitle}>
        <Card>
          <Field lines={3} {...bind('sells', 1000)} />
          <Field lines={2} {...bind('audience', 1000)} />
        </Card>
      </Section>
      <Section title={playbookTexts.styleTitle}>
        <Card>
          <Field lines={2} {...bind('tone', 300)} />
          <Field lines={3} {...bind('rules', 2000)} />
        </Card>
      </Section>
    </>
  );
}

import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { Field } from './field.tsx';
import type { LeadFields as Fields } from './fields.ts';
import { LanguageRow } from './language-row.tsx';

type Props = { fields: Fields; onChange: (fields: Fields) => void };

/** All that can be said about a lead; only the name is needed. */
export function LeadFields({ fields, onChange }: Props) {
  const bind = (field: keyof Fields) => ({
    value: fields[field],
    onChange: (value: string) => onChange({ ...fields, [field]: value }),
  });
  return (
    <>
      <Section title="Who">
        <Card>
          <Field
            label="Name"
            required
            maxLength={120}
            autoComplete="off"
            placeholder="Anna Petrova"
            {...bind('name')}
          />
          <Field label="Company" maxLength={120} autoComplete="off" placeholder="Acme" {...bind('company')} />
          <Field label="Role" maxLength={120} autoComplete="off" placeholder="CTO" {...bind('role')} />
        </Card>
      </Section>
      <Section title="What the plan should know">
        <Card>
          <Field label="Where you met" maxLength={200} placeholder="At the energy fair" {...bind('source')} />
          <Field
            label="Note"
            lines={3}
            maxLength={4000}
            placeholder="Wants a demo for her team"
            hint="The plan and its drafts are made from this."
            {...bind('notes')}
          />
          <LanguageRow {...bind('language')} />
        </Card>
      </Section>
      <Section title="How to reach them">
        <Card>
          <Field
            label="Telegram"
            maxLength={100}
            autoComplete="off"
            placeholder="@anna"
            {...bind('telegram')}
          />
          <Field label="E-mail" type="email" maxLength={254} autoComplete="off" {...bind('email')} />
          <Field label="Phone" type="tel" maxLength={40} autoComplete="off" {...bind('phone')} />
        </Card>
      </Section>
    </>
  );
}

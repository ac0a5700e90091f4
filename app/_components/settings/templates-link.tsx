import Link from 'next/link';
import { rememberList } from '../../_lib/way-back.ts';
import { templateTexts } from '../../_texts/templates.ts';
import buttons from '../ui/button.module.css';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './playbook-card.module.css';

/** The way to the templates. */
export function TemplatesLink() {
  return (
    <Section title={templateTexts.title}>
      <Card padded>
        <p>{templateTexts.about}</p>
        <Link href="/templates" onClick={rememberList} className={`${buttons.soft} ${styles.open}`}>
          {templateTexts.open}
        </Link>
      </Card>
    </Section>
  );
}

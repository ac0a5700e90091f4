import Link from 'next/link';
import type { Playbook } from '#server/playbook/playbook.ts';
import { rememberList } from '../../_lib/way-back.ts';
import { playbookTexts } from '../../_texts/playbook.ts';
import buttons from '../ui/button.module.css';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './playbook-card.module.css';

const parts = Object.entries(playbookTexts.parts) as [keyof typeof playbookTexts.parts, string][];

/** What the person has told about their work, in short; an invitation while that is nothing. */
export function PlaybookCard({ playbook, hasModel }: { playbook: Playbook; hasModel: boolean }) {
  const given = parts.filter(([part]) => playbook[part] !== '');
  const count = playbook.examples.length;
  const empty = given.length === 0 && count === 0;
  return (
    <Section title={playbookTexts.title}>
      <Card padded>
        {empty && (
          <>
            <p className={styles.title}>{playbookTexts.emptyTitle}</p>
            <p className={styles.hint}>{playbookTexts.emptyText}</p>
          </>
        )}
        <dl className={styles.list}>
          {given.map(([part, name]) => (
            <div key={part}>
              <dt>{name}</dt>
              <dd>{playbook[part]}</dd>
            </div>
          ))}
        </dl>
        {count > 0 && <p className={styles.hint}>{playbookTexts.examples(count)}</p>}
        {!empty && !hasModel && <p className={styles.hint}>{playbookTexts.noModel}</p>}
        <Link href="/settings/playbook" onClick={rememberList} className={`${buttons.soft} ${styles.open}`}>
          {empty ? playbookTexts.write : playbookTexts.change}
        </Link>
      </Card>
    </Section>
  );
}

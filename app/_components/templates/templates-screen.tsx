'use client';

import Link from 'next/link';
import type { TemplateList } from '#server/views/template-view.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useRead } from '../../_lib/use-read.ts';
import { useWayBack } from '../../_lib/way-back.ts';
import { templateTexts } from '../../_texts/templates.ts';
import { Screen } from '../shell/screen.tsx';
import { BackLink } from '../ui/back-link.tsx';
import buttons from '../ui/button.module.css';
import { Card } from '../ui/card.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TemplateLines } from './template-lines.tsx';
import styles from './templates-screen.module.css';

/** All templates of a person, each with when to use it. */
export function TemplatesScreen() {
  const { data, error, mutate } = useRead<TemplateList>('/api/templates');
  const goBack = useWayBack('/settings');
  useBackButton(goBack);
  return (
    <Screen
      title={templateTexts.title}
      subtitle={templateTexts.subtitle}
      aside={<BackLink onClick={goBack} />}
    >
      <p className={styles.about}>{templateTexts.about}</p>
      <Link href="/templates/new" className={`${buttons.soft} ${styles.create}`}>
        {templateTexts.create}
      </Link>
      {data && (
        <Card>
          <ul>
            {data.templates.map((template) => (
              <li key={template.key} className={styles.row}>
                <Link href={`/templates/${template.key}`} prefetch={false} className={styles.link}>
                  <TemplateLines template={template} />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {!data && !error && (
        <Card>
          <SkeletonRows count={6} words={templateTexts.loading} />
        </Card>
      )}
      {!data && error && <ReadProblem error={error} onRetry={() => mutate()} />}
    </Screen>
  );
}

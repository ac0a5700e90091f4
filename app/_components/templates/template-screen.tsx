'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { TemplateView } from '#server/views/template-view.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useRead } from '../../_lib/use-read.ts';
import { templateTexts } from '../../_texts/templates.ts';
import { Screen } from '../shell/screen.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TemplateMissing } from './template-missing.tsx';
import { TemplateRead } from './template-read.tsx';

// Most visits only read, so the form is fetched when it is asked for.
const EditTemplate = lazy(() =>
  import('./edit-template.tsx').then((module) => ({ default: module.EditTemplate })),
);

/** One template: to be read, or its form. */
export function TemplateScreen({ templateKey }: { templateKey: string }) {
  const router = useRouter();
  const path = `/api/templates/${encodeURIComponent(templateKey)}`;
  const { data, error, mutate } = useRead<TemplateView>(path);
  const [editing, setEditing] = useState(false);
  const goBack = useCallback(() => router.replace('/templates'), [router]);
  useBackButton(goBack);

  if (error?.reason === 'not-found') return <TemplateMissing />;
  if (data && editing) {
    return (
      <Suspense
        fallback={
          <Screen title={data.title}>
            <SkeletonRows count={3} words={templateTexts.opening} />
          </Screen>
        }
      >
        <EditTemplate template={data} onClose={() => setEditing(false)} />
      </Suspense>
    );
  }
  return (
    <Screen title={data?.title} subtitle={data?.fits} aside={<BackLink onClick={goBack} />}>
      {data && <TemplateRead template={data} onEdit={() => setEditing(true)} onGone={goBack} />}
      {!data && !error && <SkeletonRows count={5} words={templateTexts.loadingOne} />}
      {!data && error && <ReadProblem error={error} onRetry={() => mutate()} />}
    </Screen>
  );
}

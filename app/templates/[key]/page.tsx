import type { Metadata } from 'next';
import { TemplateScreen } from '../../_components/templates/template-screen.tsx';

export const metadata: Metadata = { title: 'Plan template' };

type Props = { params: Promise<{ key: string }> };

/** A built-in template by its name, one of the person's own by its id. */
export default async function TemplatePage({ params }: Props) {
  const { key } = await params;
  // Once more by its key: what a form holds must not outlive its template.
  return <TemplateScreen key={key} templateKey={key} />;
}

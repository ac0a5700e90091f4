import type { Metadata } from 'next';
import { NewTemplateScreen } from '../../_components/templates/new-template-screen.tsx';

export const metadata: Metadata = { title: 'New template' };

export default function NewTemplatePage() {
  return <NewTemplateScreen />;
}

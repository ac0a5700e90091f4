import type { Metadata } from 'next';
import { TemplatesScreen } from '../_components/templates/templates-screen.tsx';

export const metadata: Metadata = { title: 'Plan templates' };

export default function TemplatesPage() {
  return <TemplatesScreen />;
}

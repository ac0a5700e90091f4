import type { Metadata } from 'next';
import { ImportScreen } from '../../_components/capture/import-screen.tsx';

export const metadata: Metadata = { title: 'Paste or import' };

export default function ImportPage() {
  return <ImportScreen />;
}

import type { Metadata } from 'next';
import { PlaybookScreen } from '../../_components/playbook/playbook-screen.tsx';

export const metadata: Metadata = { title: 'Playbook' };

export default function PlaybookPage() {
  return <PlaybookScreen />;
}

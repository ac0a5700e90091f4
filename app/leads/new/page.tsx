import type { Metadata } from 'next';
import { NewLeadScreen } from '../../_components/form/new-lead-screen.tsx';

export const metadata: Metadata = { title: 'New lead' };

export default function NewLeadPage() {
  return <NewLeadScreen />;
}

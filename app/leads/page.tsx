import type { Metadata } from 'next';
import { LeadsScreen } from '../_components/leads/leads-screen.tsx';

export const metadata: Metadata = { title: 'Leads' };

export default function LeadsPage() {
  return <LeadsScreen />;
}

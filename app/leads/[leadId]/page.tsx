import type { Metadata } from 'next';
import { LeadScreen } from '../../_components/lead/lead-screen.tsx';

export const metadata: Metadata = { title: 'Lead' };

type Props = {
  params: Promise<{ leadId: string }>;
  searchParams: Promise<{ step?: string | string[] }>;
};

/** `?step=` names the step a reminder was about. */
export default async function LeadPage({ params, searchParams }: Props) {
  const { leadId } = await params;
  const { step } = await searchParams;
  return <LeadScreen leadId={leadId} askedStepId={typeof step === 'string' ? step : null} />;
}

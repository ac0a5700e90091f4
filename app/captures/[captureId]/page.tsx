import type { Metadata } from 'next';
import { CaptureScreen } from '../../_components/capture/capture-screen.tsx';

export const metadata: Metadata = { title: 'New lead' };

type Props = { params: Promise<{ captureId: string }> };

export default async function CapturePage({ params }: Props) {
  const { captureId } = await params;
  return <CaptureScreen captureId={captureId} />;
}

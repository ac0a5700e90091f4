import type { Metadata } from 'next';
import { holidayCountries } from '#server/time/holidays.ts';
import packageJson from '../../package.json';
import { SettingsScreen } from '../_components/settings/settings-screen.tsx';

export const metadata: Metadata = { title: 'Settings' };

export default function SettingsPage() {
  return <SettingsScreen version={packageJson.version} countries={holidayCountries()} />;
}

import { TodayScreen } from './_components/today/today-screen.tsx';

export default function TodayPage() {
  return <TodayScreen />;
}

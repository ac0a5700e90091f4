import { CheckMark } from '../ui/icons.tsx';
import { NotePage } from './note-page.tsx';

export function OutsideTelegram() {
  return (
    <NotePage
      icon={<CheckMark />}
      title="Followthrough lives in Telegram"
      text="Open the chat with your Followthrough bot and press the menu button beside the message field. No chat yet? Find the bot in Telegram and press Start."
    />
  );
}

'use client';

import { NotePage } from './_components/shell/note-page.tsx';
import { Button } from './_components/ui/button.tsx';
import { WarningIcon } from './_components/ui/icons.tsx';

/** Last resort for a bug in a screen: says so, and offers a fresh try. */
export default function ScreenError({ reset }: { error: Error; reset: () => void }) {
  return (
    <NotePage
      icon={<WarningIcon />}
      title="That did not work"
      text="This screen ran into a problem. What you saved is safe."
    >
      <Button onClick={reset}>Try again</Button>
    </NotePage>
  );
}

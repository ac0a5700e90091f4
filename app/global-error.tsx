'use client';

/** When even the frame round the screens fails. Next's own page styles itself inline, which our security policy refuses. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <h1>That did not work</h1>
        <p>What you saved is safe. Close this window and open the app again from the chat.</p>
      </body>
    </html>
  );
}

const nothingHeard =
  'I met Laura Brandt from Nordlicht Solar today, she wants a quote for two hundred panels by the end of the month.';

/** What a voice note says: the text its bytes are, as the simulator sends it; else always the same. Null without a file. */
export async function hear(body: Buffer | null, contentType: string): Promise<string | null> {
  const form = await new Response(new Uint8Array(body ?? []), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof File)) return null;
  return spoken(new Uint8Array(await file.arrayBuffer())) ?? nothingHeard;
}

function spoken(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
    // Sound may be valid UTF-8 by chance, but hardly without control characters.
    return /^[^\p{Cc}]+$/u.test(text.replaceAll('\n', ' ')) ? text : null;
  } catch {
    return null;
  }
}

/**
 * The fields of a multipart form, texts and files by name; null when it is none. Node's own parser is no help: it
 * refuses headers without a space after the colon, which is how grammY writes them.
 */
export function readMultipart(body: Buffer, contentType: string): Record<string, string | File> | null {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) return null;
  const fields: Record<string, string | File> = {};
  // So that the first boundary, too, stands after a line break.
  const all = Buffer.concat([Buffer.from('\r\n'), body]);
  const mark = Buffer.from(`\r\n--${boundary}`);
  let start = all.indexOf(mark);
  for (let end = next(start); end >= 0; start = end, end = next(start)) {
    const part = readPart(all.subarray(start + mark.length, end));
    if (!part) return null;
    fields[part.name] = part.value;
  }
  const isClosed = start >= 0 && all.toString('latin1', start + mark.length).startsWith('--');
  return isClosed ? fields : null;

  function next(from: number): number {
    return from < 0 ? -1 : all.indexOf(mark, from + mark.length);
  }
}

/** One part: a line break, headers, an empty line, the content. */
function readPart(part: Buffer): { name: string; value: string | File } | null {
  const gap = part.indexOf('\r\n\r\n');
  if (gap < 0) return null;
  const headers = part.toString('utf8', 0, gap);
  const content = part.subarray(gap + 4);
  const name = parameter(headers, 'name');
  if (name === undefined) return null;
  const fileName = parameter(headers, 'filename');
  if (fileName === undefined) return { name, value: content.toString('utf8') };
  return { name, value: new File([new Uint8Array(content)], fileName) };
}

/** `name="…"` in the content disposition, quoted or not. */
function parameter(headers: string, name: string): string | undefined {
  const found = new RegExp(`^content-disposition:.*?;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'im').exec(
    headers,
  );
  return found?.[1] ?? found?.[2]?.trim();
}

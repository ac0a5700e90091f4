type Size = { width: number; height: number };

/** What is said of a picture that cannot be measured. */
const UNKNOWN: Size = { width: 800, height: 600 };

/** Width and height of a PNG or JPEG in pixels; 800 by 600 for anything else. */
export function imageSize(bytes: Uint8Array): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16) || 1, height: view.getUint32(20) || 1 };
  }
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return jpegSize(view) ?? UNKNOWN;
  return UNKNOWN;
}

/** A JPEG is a row of segments: marker, length, content. The frame's (0xC0 to 0xC3) holds height, then width. */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker >= 0xffc0 && marker <= 0xffc3) {
      return { width: view.getUint16(at + 7) || 1, height: view.getUint16(at + 5) || 1 };
    }
    if (marker < 0xff00) return null;
  }
  return null;
}

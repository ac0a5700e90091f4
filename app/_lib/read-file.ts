/** As much as fits into one request to the server, coded as text. */
export const maxFileBytes = 700 * 1024;

/** The bytes of a file in Base64; null when the browser cannot open it (it was moved, or the device refuses). */
export function readBase64(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(null);
    // "data:text/csv;base64,QW5u…"
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(file);
  });
}

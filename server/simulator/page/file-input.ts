import { el } from './dom.ts';

/** Lets the person choose a file; null when they choose none. `accept` narrows it as the attribute of an input does. */
export function chooseFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = el('input', {
      ...{ type: 'file', class: 'offscreen', 'aria-label': 'File', accept },
      onchange: () => finish(input.files?.[0] ?? null),
      oncancel: () => finish(null),
    });
    function finish(file: File | null) {
      input.remove();
      resolve(file);
    }
    document.body.append(input);
    input.click();
  });
}

/** The content of a file in Base64. */
export function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(new Error('This file cannot be read'));
    reader.readAsDataURL(file);
  });
}

/** Larger files are kept by name and size only; the page has to know as well. */
export const MAX_FILE_BYTES = 6_000_000;

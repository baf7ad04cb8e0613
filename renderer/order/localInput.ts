/** A moment in the form that the browser's own date and time field wants, and back. */

/** `2026-11-23T05:20` in the person's zone; empty for none. */
export function localInput(iso: string | null): string {
  if (!iso || Number.isNaN(Date.parse(iso))) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** ISO-8601 UTC; null while the field is empty or only half filled in. */
export const isoOf = (local: string): string | null =>
  Number.isNaN(Date.parse(local)) ? null : new Date(local).toISOString();

/** The moment at which everything of this minute is looked at: nothing that has happened comes after it, and a look costs nothing until it is over. */

const MINUTE = 60_000;

/** ISO-8601 in, milliseconds since 1970 out. */
export const endOfMinute = (now: string): number => Math.ceil(Date.parse(now) / MINUTE) * MINUTE;

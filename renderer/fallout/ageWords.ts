/** How old something is, in few words: `12 min`, `3 h`, `2 d`. */
import { spanWords } from '../tasks/dueWords.ts';

/** `at` as ISO-8601, `now` in milliseconds since 1970. */
export const ageWords = (at: string, now: number = Date.now()): string => spanWords(Math.max(0, now - Date.parse(at)));

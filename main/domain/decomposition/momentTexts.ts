/** Writes moments as text, each once: a plan has few beside its tasks, and writing one is dear. */

/** From milliseconds since 1970 to ISO-8601 UTC. */
export function momentTexts(): (time: number) => string {
  const texts = new Map<number, string>();
  return time => {
    const known = texts.get(time);
    if (known !== undefined) return known;
    const text = new Date(time).toISOString();
    texts.set(time, text);
    return text;
  };
}

/** A text with the words that were searched for marked in it. */

type Props = { readonly text: string; readonly wanted: string };

export function Highlight({ text, wanted }: Props) {
  const words = wanted.split(/\s+/).filter(Boolean).map(escaped);
  if (words.length === 0) return text;
  // A capturing split gives what was found at every odd place.
  return text
    .split(new RegExp(`(${words.join('|')})`, 'gi'))
    .map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

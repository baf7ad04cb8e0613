/** What is wrong with a file or a document, as a sentence made of its code and facts. */
import type { DocumentResult } from '../../preload/contract/intake.ts';
import { hasWord, t, word } from '../words/words.ts';

type ProblemCode = Pick<DocumentResult['problems'][number], 'code' | 'facts'>;

export function problemWords({ code, facts }: ProblemCode): string {
  const key = `intake.problem.${code}`;
  if (!hasWord(key)) {
    const told = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
    return [word('intake.problem', code), ...told].join(', ');
  }
  const what = t(key, {
    ...facts,
    ...('expected' in facts && { expected: word('intake.expected', facts['expected'] ?? '') }),
    ...('found' in facts && { found: foundWord(code, facts['found'] ?? '') }),
    id: facts['id'] ?? '—',
  });
  const fix = `intake.fix.${facts['fix'] ?? ''}`;
  return hasWord(fix) ? `${what} ${t(fix, { ...facts })}` : what;
}

/** The parser's facts name a character or a kind of value. */
function foundWord(code: string, found: string): string {
  if (code === 'brokenJson') return found === '' ? 'none' : found;
  return hasWord(`intake.found.${found}`) ? word('intake.found', found) : found;
}

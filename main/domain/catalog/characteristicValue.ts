/** What counts as a value, when two values are the same to a rule, and what a mapping makes of one. */
import { sameJson, type JsonValue } from '../json.ts';
import type { DecompositionRule, MappingTransform } from './catalog.ts';

/** A missing, null or empty value is no value: a rule on it creates nothing (domain.md A.6 item 4). */
export const hasValue = (value: JsonValue | undefined): value is JsonValue =>
  value !== undefined && value !== null && value !== '';

/** The text by which plain values are compared: order documents write `24` and `"24"`, `true` and `"true"` alike. */
export const plainText = (value: JsonValue): string | undefined =>
  typeof value === 'object' ? undefined : String(value);

/** True when a rule or an option list means the same by both values. */
export function sameValue(a: JsonValue, b: JsonValue): boolean {
  const left = plainText(a);
  return left === undefined ? sameJson(a, b) : left === plainText(b);
}

export type CompiledRule = {
  readonly rule: DecompositionRule;
  readonly allows: (value: JsonValue | undefined) => boolean;
};

/** Turns a rule into one set lookup. */
export function compileRule(rule: DecompositionRule): CompiledRule {
  if (rule.values === undefined) return { rule, allows: hasValue };
  const plain = new Set(rule.values.map(plainText));
  const others = rule.values.filter(value => plainText(value) === undefined);
  const allows = (value: JsonValue | undefined): boolean => {
    if (!hasValue(value)) return false;
    const text = plainText(value);
    return text === undefined ? others.some(other => sameJson(other, value)) : plain.has(text);
  };
  return { rule, allows };
}

/** What the mapping makes of a value, or undefined when its table has no entry for it. */
export function transformValue(transform: MappingTransform, value: JsonValue): JsonValue | undefined {
  if (transform.kind === 'copy') return value;
  const text = plainText(value);
  if (transform.kind === 'text')
    return `${transform.prefix ?? ''}${text ?? JSON.stringify(value)}${transform.suffix ?? ''}`;
  return text !== undefined && Object.hasOwn(transform.table, text) ? transform.table[text] : undefined;
}

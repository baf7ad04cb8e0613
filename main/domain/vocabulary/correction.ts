/** What may be put right before approval, what a note may be about, and what intake understood loosely. */
import type { JsonValue } from '../json.ts';
import type { Location } from './captured.ts';
import type { Priority } from './states.ts';

/** One field that somebody puts right before approval; `line` absent means the order itself. */
export type Correction =
  | { readonly field: 'description' | 'requestedStart' | 'requestedCompletion'; readonly value: string | null }
  | { readonly field: 'priority'; readonly value: Priority }
  | { readonly field: 'account'; readonly value: { readonly id: string; readonly name?: string } }
  | {
      readonly field: 'contact';
      readonly value: { readonly name: string; readonly email?: string; readonly phone?: string };
    }
  | { readonly field: 'location'; readonly line: number; readonly value: Location }
  /** The inventory service that the line is about, and how many of it. */
  | { readonly field: 'service'; readonly line: number; readonly value: string }
  | { readonly field: 'quantity'; readonly line: number; readonly value: number }
  | { readonly field: 'characteristic'; readonly line: number; readonly name: string; readonly value: JsonValue };

export type NoteSubject = 'order' | `T${number}` | `F${number}`;

export type Understood = {
  readonly path: string;
  readonly code: string;
  readonly raw?: JsonValue;
  readonly as?: JsonValue;
};

/** A change and what it does, as words: was and now of each thing, how many tasks are touched, and why. */
import type { Order, OrderLine } from '../../preload/contract/order.ts';
import type { CompensationPlan, CompensationRow, Difference, RevisionChange } from '../../preload/contract/revision.ts';
import { contactText, locationText } from '../order/partyWords.ts';
import { lineName } from '../order/lineName.ts';
import { timeOf, valueText } from '../words/format.ts';
import { hasWord, t, word } from '../words/words.ts';
import { lineNumberOf, lineOf } from './changeDraft.ts';

type Location = NonNullable<OrderLine['location']>;
type Counts = CompensationPlan['counts'];

/** In the order in which they are told. */
const touching = ['redo', 'undo', 'cancel', 'add'] as const;

const DAY_MS = 24 * 60 * 60_000;

/** What a drafted change changes, told as the app tells differences. */
export function differenceOf(change: RevisionChange, order: Order, lines: readonly OrderLine[]): Difference {
  const told = differenceOn(change, order, lines);
  if (lineNumberOf(change) === undefined || lineOf(change, lines) !== undefined) return told;
  // A line far down a large order, of which nothing is known yet.
  return { ...told, change: told.now === null ? 'removed' : 'changed', was: t('revision.difference.reading') };
}

function differenceOn(change: RevisionChange, order: Order, lines: readonly OrderLine[]): Difference {
  const line = lineOf(change, lines);
  const number = lineNumberOf(change);
  const about =
    number === undefined
      ? { subject: 'order', subjectName: t('revision.subject.order') }
      : {
          subject: `L${number}`,
          subjectName: line
            ? t('orders.line.label', { number, name: lineName(line) })
            : t('orders.line.number', { number }),
        };
  switch (change.kind) {
    case 'characteristic': {
      const was = line?.characteristics.find(({ name }) => name === change.name)?.value ?? null;
      const text = (value: typeof was): string | null => (value === null ? null : valueText(value));
      return changed(about, `characteristic.${change.name}`, text(was), text(change.value));
    }
    case 'quantity':
      return changed(about, 'quantity', line ? String(line.quantity) : null, String(change.value));
    case 'location':
      return changed(
        about,
        'location',
        line?.location ? locationText(line.location) : null,
        placeText(change.value, line?.location ?? null),
      );
    case 'contact': {
      const [first] = order.contacts;
      return changed(about, 'contact', first ? personText(first) : null, personText(change.value));
    }
    case 'contacts': {
      const was = change.line === undefined ? order.contacts : (line?.contacts ?? []);
      return changed(about, 'contact', joined(was.map(personText)), joined(change.value.map(personText)));
    }
    case 'relatedItems': {
      const was = line?.relatedItems ?? [];
      const ids = (items: OrderLine['relatedItems']): string => items.map(({ itemId }) => itemId).join('; ');
      // The same items, in another relation.
      const withType = was.length > 0 && ids(was) === ids(change.value);
      const text = (items: OrderLine['relatedItems']): string | null =>
        joined(items.map(({ itemId, type }) => (withType ? `${itemId} (${type})` : itemId || stillEmpty())));
      return changed(about, 'relatedItem', text(was), text(change.value));
    }
    case 'requestedCompletion':
      return changed(about, 'requestedCompletion', order.requestedCompletion, change.value);
    case 'cancelLine':
      return { ...about, change: 'removed', field: 'line', was: line ? lineName(line) : '', now: null };
    case 'addLine': {
      const { name, specification, quantity, location, action = 'add', parent, waitsFor = [] } = change.line;
      const now = [
        action === 'add' ? '' : word('states.action', action),
        name ?? specification,
        quantity === 1 ? '' : t('orders.line.quantityShort', { count: quantity }),
      ];
      const place = [
        now.filter(Boolean).join(' '),
        location && locationText(location),
        parent !== undefined && t('orders.line.parent', { number: parent }),
        waitsFor.length > 0 && t('revision.add.waits', { lines: waitsFor.join(', ') }),
      ];
      return {
        subject: 'order',
        subjectName: t('revision.subject.order'),
        change: 'added',
        field: 'line',
        was: null,
        now: place.filter(Boolean).join(', '),
      };
    }
  }
}

/** Stands for what was begun and has nothing in it yet. */
const stillEmpty = (): string => t('revision.difference.empty');

const personText = (contact: Order['contacts'][number]): string => contactText(contact) || stillEmpty();

/** Told with all there is of it where the short form would read like the place before. */
function placeText(place: Location, before: Location | null): string {
  const { name, address = '' } = place;
  if (name.trim() === '') return address === '' ? stillEmpty() : `${stillEmpty()}, ${address}`;
  const text = locationText(place);
  return before === null || text !== locationText(before) ? text : `${name}, ${address || stillEmpty()}`;
}

/** Null when there is nothing. */
const joined = (texts: readonly string[]): string | null => texts.join('; ') || null;

const changed = (
  about: Pick<Difference, 'subject' | 'subjectName'>,
  field: string,
  was: string | null,
  now: string | null,
): Difference => ({ ...about, change: was === null ? 'added' : now === null ? 'removed' : 'changed', field, was, now });

/** `characteristic.vlan` is about a value of that name. */
export function fieldWord(field: string): string {
  const [kind, ...name] = field.split('.');
  return kind === 'characteristic' && name.length > 0 ? name.join('.') : word('revision.field', field);
}

/** A side of a difference the way the window writes such values everywhere. */
export function sideText({ field }: Pick<Difference, 'field'>, value: string): string {
  switch (field) {
    case 'priority':
      return word('states.priority', value);
    case 'action':
      return word('states.action', value);
    case 'requestedStart':
    case 'requestedCompletion':
      return timeOf(value);
    default:
      return value;
  }
}

/** `2 tasks are done again, 1 task is canceled; 12 tasks stay as they are.` */
export function summarySentence(counts: Counts): string {
  const touched = touching
    .filter(action => counts[action] > 0)
    .map(action => t(`revision.summary.${action}`, { count: counts[action] }))
    .join(', ');
  if (touched === '') return t('revision.summary.nothing');
  return counts.keep > 0
    ? t('revision.summary.all', { touched, kept: t('revision.summary.keep', { count: counts.keep }) })
    : t('revision.summary.only', { touched });
}

/** `2 redone, 1 canceled, 4 added`, for the button that sends it. */
export function sentWords(counts: Counts): string {
  const parts = touching
    .filter(action => counts[action] > 0)
    .map(action => t(`revision.sent.${action}`, { count: counts[action] }));
  return parts.join(', ') || t('revision.sent.nothing');
}

/** Whole days by which the planned end moves; below 0 it is earlier. */
export const daysLater = ({ was, now }: CompensationPlan['plannedEnd']): number =>
  Math.round((Date.parse(now) - Date.parse(was)) / DAY_MS);

/** `Planned end 27 Nov 2026, 12:00, was 25 Nov 2026, 12:00 (2 days later)` */
export function endSentence({ was, now }: CompensationPlan['plannedEnd']): string {
  if (was === now) return t('revision.end.same', { at: timeOf(now) });
  const days = daysLater({ was, now });
  const by =
    days === 0
      ? t('revision.end.sameDay')
      : t(days > 0 ? 'revision.end.later' : 'revision.end.earlier', { count: Math.abs(days) });
  return `${t('revision.end.moved', { now: timeOf(now), was: timeOf(was) })} (${by}).`;
}

/** Why a task stays, is done again, taken back, canceled or added. */
export function rowReason({ reason, causes }: Pick<CompensationRow, 'reason' | 'causes'>): string {
  const key = `revision.reason.${reason}`;
  const named = causes.map(cause => (hasWord(`revision.cause.${cause}`) ? word('revision.cause', cause) : cause));
  return hasWord(key) ? t(key, { causes: named.join(', ') || 'none' }) : word('revision.reason', reason);
}

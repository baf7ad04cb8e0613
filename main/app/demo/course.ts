/** How the work on one order of the demo goes, and what those who play a part of it share. */
import type { Person } from '../../domain/people/permissions.ts';
import type { CalendarOf } from '../../domain/policy/calendar.ts';
import type { Order } from '../../domain/order/order.ts';
import type { DemoData } from './demoData.ts';
import type { Story } from './story.ts';

export type Course = {
  readonly data: DemoData;
  readonly contact: string;
  /** Specifications of parts that can be left out: their branch may be canceled. */
  readonly optional: ReadonlySet<string>;
  readonly pace: number;
  readonly calendarOf: CalendarOf;
  /** Nothing is done after this moment (milliseconds). */
  readonly until: number;
  /** Nothing is done once this is so. */
  readonly enough?: (order: Order) => boolean;
  /** What is not done by then is done at once. */
  readonly deadline?: number;
  /** What is not brought to its end: the last task of the order, or of any of its lines, is left undone. */
  readonly keepsOpen: 'nothing' | 'order' | 'lines';
  /** Share of tasks that raise fallout. */
  readonly trouble: number;
};

/** What those who play a part of the work share. */
export type Shift = Course & {
  readonly story: Story;
  /** Puts something into the diary, `minutes` of the team's working time after the last command. */
  readonly later: (team: string | undefined, minutes: number, run: () => void) => void;
  /** The one of the team who does this order's work, mostly. */
  readonly handOf: (team: string | undefined) => Person;
  /** Takes up the tasks that these commands opened. */
  readonly look: (touched: readonly number[]) => void;
  /** Ending this task would end what is to stay open. */
  readonly isLast: (task: number) => boolean;
  /** Ends a task under way at once, and begins one that is open. */
  readonly finish: (task: number) => void;
  /** Does the rest of a task under way. */
  readonly goOn: (task: number) => void;
};

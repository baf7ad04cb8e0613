/** Tells tests as given what happened, when somebody asks something, then these events or that refusal. */
import type { Catalog } from '../../catalog/catalog.ts';
import { indexCatalog } from '../../catalog/indexCatalog.ts';
import type { Person } from '../../people/permissions.ts';
import { getRow } from '../../table.ts';
import { getDomainOrder, getFallout, getLine, getTask } from '../change.ts';
import type { CommandOf, DecisionContext, OrderCommand, OrderCommandType } from '../commands.ts';
import { nothingAround } from '../lookups.ts';
import { consequencesOf } from '../decide.ts';
import type { DomainEvent, EventOf, EventType, HappenedEvent } from '../events.ts';
import type { Order } from '../order.ts';
import type { CapturedOrder, CharacteristicValue } from '../../vocabulary/captured.ts';
import type { Refusal } from '../refusals.ts';
import { internet } from './catalogs.ts';
import { agent, everyone, fulfiller, groups, manager } from './people.ts';

export type Step = {
  readonly by?: Person;
  readonly at?: string;
  readonly catalog?: Catalog;
  /** What lies around the order, as far as it is not nothing. */
  readonly around?: Partial<Omit<DecisionContext, 'at' | 'by' | 'catalog'>>;
};

/** What a command came to: the events and the order after them, or the refusal and the order as it was. */
export type Outcome = {
  readonly events: readonly DomainEvent[];
  readonly refusal: Refusal | null;
  readonly after: Story;
};

const start = Date.parse('2026-11-23T08:00:00.000Z');
/** The moment of the nth command of a story, from 0: they are a minute apart. */
export const minute = (nth: number): string => new Date(start + nth * 60_000).toISOString();

const minutesSince = (at: string): number => Math.floor((Date.parse(at) - start) / 60_000);

/** Who asks when the test does not say: somebody who may. */
const usually: Readonly<Partial<Record<OrderCommandType, Person>>> = {
  claimTask: agent,
  startTask: agent,
  recordValues: agent,
  completeTask: agent,
  releaseTask: agent,
  raiseFallout: agent,
  addNote: agent,
  assignTask: fulfiller,
  triageFallout: fulfiller,
  reassignFallout: fulfiller,
  resolveFallout: fulfiller,
};

export class Story {
  readonly order: Order;
  readonly log: readonly HappenedEvent[];
  readonly catalog: Catalog;
  readonly commands: number;

  constructor(order: Order, log: readonly HappenedEvent[], catalog: Catalog, commands: number) {
    this.order = order;
    this.log = log;
    this.catalog = catalog;
    this.commands = commands;
  }

  when(command: OrderCommand, step: Step = {}): Outcome {
    return play(this.order, this.log, this.commands, command, { catalog: this.catalog, ...step });
  }

  /** The story going on with a command that is accepted; a refused one is a mistake in the test. */
  and(command: OrderCommand, step: Step = {}): Story {
    const { refusal, after } = this.when(command, step);
    if (refusal !== null) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
    return after;
  }

  approved(step: Step = {}): Story {
    return this.and({ type: 'approve' }, step);
  }

  started(task: number, step: Step = {}): Story {
    return this.and({ type: 'startTask', task }, step);
  }

  /** Started, if it was not yet, and completed with these values. */
  done(task: number, values: readonly CharacteristicValue[] = [], step: Step = {}): Story {
    const story = this.task(task).state === 'inProgress' ? this : this.started(task, step);
    return story.and({ type: 'completeTask', task, values }, step);
  }

  held(task: number, parts: Partial<CommandOf<'raiseFallout'>> = {}, step: Step = {}): Story {
    return this.and(raise(task, parts), step);
  }

  task = (number: number) => getTask(this.order, number);
  line = (number: number) => getLine(this.order, number);
  domainOrder = (number: number) => getDomainOrder(this.order, number);
  fallout = (number: number) => getFallout(this.order, number);
  item = (number: number) => getRow(this.order.inventory, number);
}

export const raise = (task: number, parts: Partial<CommandOf<'raiseFallout'>> = {}): CommandOf<'raiseFallout'> => ({
  type: 'raiseFallout',
  task,
  falloutType: 'siteAccess',
  priority: 'high',
  text: 'Nobody opens the door',
  ...parts,
});

export const resolve = (
  fallout: number,
  action: CommandOf<'resolveFallout'>['action'],
  parts: Partial<CommandOf<'resolveFallout'>> = {},
): CommandOf<'resolveFallout'> => ({
  type: 'resolveFallout',
  fallout,
  action,
  rootCause: 'siteNotReady',
  resolutionCode: 'workedAround',
  text: 'The caretaker has the key',
  ...parts,
});

export const importing = (order: CapturedOrder): CommandOf<'importOrder'> => ({
  type: 'importOrder',
  orderId: 'order-1',
  number: 'ORD0000421',
  order,
  document: {},
  understood: [],
});

/** An imported order, waiting for approval. */
export function given(order: CapturedOrder, catalog: Catalog = internet): Story {
  const { refusal, after } = play(null, [], 0, importing(order), { catalog, by: manager });
  if (refusal !== null) throw new Error(`The import was refused: ${JSON.stringify(refusal)}`);
  return after;
}

export const contextOf = (by: Person, at: string, catalog: Catalog): DecisionContext => ({
  ...nothingAround,
  at,
  by,
  catalog: indexed(catalog),
  findPerson: id => everyone.find(person => person.id === id),
  hasGroup: id => groups.includes(id),
});

const compiled = new WeakMap<Catalog, ReturnType<typeof indexCatalog>>();
function indexed(catalog: Catalog): ReturnType<typeof indexCatalog> {
  const known = compiled.get(catalog) ?? indexCatalog(catalog);
  compiled.set(catalog, known);
  return known;
}

function play(
  order: Order | null,
  log: readonly HappenedEvent[],
  commands: number,
  command: OrderCommand,
  { by = usually[command.type] ?? manager, at = minute(commands), catalog = internet, around = {} }: Step,
): Outcome {
  const decided = consequencesOf(order, command, { ...contextOf(by, at, catalog), ...around });
  if (!decided.ok) {
    return { events: [], refusal: decided.error, after: new Story(order as Order, log, catalog, commands) };
  }
  const { events, after } = decided.value;
  const happened = events.map((event, index): HappenedEvent => ({
    ...event,
    version: log.length + index + 1,
    at,
    by: by.id,
  }));
  return {
    events,
    refusal: null,
    after: new Story(after, [...log, ...happened], catalog, Math.max(commands, minutesSince(at)) + 1),
  };
}

export const typesOf = (events: readonly DomainEvent[]): readonly EventType[] => events.map(({ type }) => type);

export const eventsOf = <T extends EventType>(events: readonly DomainEvent[], type: T): readonly EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

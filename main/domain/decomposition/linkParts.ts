/** Turns what plan templates wait for into dependencies between the domain orders and tasks of a plan (features O5, O6). */
import type {
  DependencyTiming,
  OutsideTemplateDependency,
  PlanTemplate,
  TaskTemplate,
  TemplateDependency,
  WaitScope,
} from '../catalog/catalog.ts';
import { domainOrderId, lineId, taskId, type NodeId } from '../vocabulary/node.ts';
import type { Dependency } from './decomposed.ts';
import type { DecomposableLine } from './expandLine.ts';
import type { DraftPlan } from './planTasks.ts';
import type { SiteOfLine } from './sites.ts';

/** A domain order with its tasks, drafted just now or there already. */
export type LinkablePart = {
  readonly number: number;
  readonly line: number;
  /** Number of the domain order at the top of its tree: units of one line do not wait for each other. */
  readonly top: number;
  readonly specification: string;
  readonly children: readonly number[];
  readonly template?: PlanTemplate;
  readonly tasks: readonly { readonly key: string; readonly number: number }[];
};

type Inner = Exclude<TemplateDependency, OutsideTemplateDependency>;

export const partOf = ({ draft, template, tasks, firstTask }: DraftPlan): LinkablePart => ({
  number: draft.number,
  line: draft.line,
  top: draft.top,
  specification: draft.specification.id,
  children: draft.children.map(({ number }) => number),
  ...(template === undefined ? {} : { template }),
  tasks: tasks.map(({ key }, index) => ({ key, number: firstTask + index })),
});

/** What the templates of these parts wait for, each pair once; what refers to a target that was not created yields none. */
export function linkParts(parts: readonly LinkablePart[], siteOfLine: SiteOfLine): Dependency[] {
  const dependencies: Dependency[] = [];
  const partsLike = findLike(parts, siteOfLine);
  const templates = taskTemplates();
  for (const part of parts) {
    const { template } = part;
    if (template === undefined) continue;
    const link = (waits: readonly TemplateDependency[], after: NodeId): void => {
      if (waits.length === 0) return;
      const timings = new Map<NodeId, DependencyTiming>();
      for (const wait of waits) {
        if (wait.kind === 'otherOrders') continue;
        for (const before of predecessors(wait, part, partsLike)) {
          timings.set(before, stricter(timings.get(before), wait));
        }
      }
      for (const [before, timing] of timings) dependencies.push({ before, after, ...timing });
    };
    link(template.after, domainOrderId(part.number));
    for (const task of part.tasks) link(templates(template).get(task.key)?.after ?? [], taskId(task.number));
  }
  return dependencies;
}

/** Task templates by key, each plan template looked through once. */
export function taskTemplates(): (template: PlanTemplate) => ReadonlyMap<string, TaskTemplate> {
  const known = new Map<PlanTemplate, ReadonlyMap<string, TaskTemplate>>();
  return template => {
    const tasks = known.get(template) ?? new Map(template.tasks.map(task => [task.key, task]));
    known.set(template, tasks);
    return tasks;
  };
}

type FindLike = (
  part: LinkablePart,
  wait: Extract<Inner, { readonly kind: 'specification' }>,
) => readonly LinkablePart[];

/** Looks in the tree of a part, among the lines at its site, or in the whole order; a line without a site is at none but its own. */
function findLike(parts: readonly LinkablePart[], siteOfLine: SiteOfLine): FindLike {
  type Scope = WaitScope | 'tree';
  const placeOf = ({ top, line }: LinkablePart, scope: Scope): string | number => {
    if (scope === 'tree') return top;
    return scope === 'order' ? '' : (siteOfLine(line) ?? line);
  };
  const byPlace = new Map<Scope, ReadonlyMap<string | number, readonly LinkablePart[]>>();
  const bySpecification = new Map<readonly LinkablePart[], ReadonlyMap<string, readonly LinkablePart[]>>();
  const none: readonly LinkablePart[] = [];
  return (part, { specification, within }) => {
    const scope: Scope = within ?? 'tree';
    const places = byPlace.get(scope) ?? Map.groupBy(parts, one => placeOf(one, scope));
    byPlace.set(scope, places);
    const there = places.get(placeOf(part, scope)) ?? none;
    const known = bySpecification.get(there) ?? Map.groupBy(there, one => one.specification);
    bySpecification.set(there, known);
    const found = known.get(specification) ?? none;
    // Beyond its own tree a part waits for others like it, never for itself.
    return scope === 'tree' ? found : found.filter(({ number }) => number !== part.number);
  };
}

function predecessors(wait: Inner, part: LinkablePart, partsLike: FindLike): readonly NodeId[] {
  if (wait.kind === 'children') return part.children.map(domainOrderId);
  const { task } = wait;
  if (wait.kind === 'task') return tasksNamed(part, wait.task);
  const others = partsLike(part, wait);
  return task === undefined
    ? others.map(({ number }) => domainOrderId(number))
    : others.flatMap(other => tasksNamed(other, task));
}

const tasksNamed = ({ tasks }: LinkablePart, key: string): readonly NodeId[] =>
  tasks.flatMap(task => (task.key === key ? [taskId(task.number)] : []));

/** When two dependencies join the same two parts, the end counts more than the start, and the longer lag holds. */
export function stricter(known: DependencyTiming | undefined, { on, lagMinutes }: DependencyTiming): DependencyTiming {
  const start = on === 'start' && (known === undefined || known.on === 'start');
  const lag = Math.max(known?.lagMinutes ?? 0, lagMinutes ?? 0);
  return { ...(start ? { on: 'start' } : {}), ...(lag > 0 ? { lagMinutes: lag } : {}) };
}

/** What each line waits for as a whole; one without any domain order is nothing to wait for and nothing that could wait. */
export function linkLines(lines: readonly DecomposableLine[], parts: readonly LinkablePart[]): Dependency[] {
  const busy = linesWithWork(lines, parts);
  return lines.flatMap(line =>
    busy.has(line.number)
      ? [...new Set(line.waitsFor)]
          .filter(other => busy.has(other))
          .map(other => ({ before: lineId(other), after: lineId(line.number) }))
      : [],
  );
}

/** Nested lines included. */
function linesWithWork(lines: readonly DecomposableLine[], parts: readonly LinkablePart[]): ReadonlySet<number> {
  const parents = new Map(lines.map(line => [line.number, line.parent]));
  const busy = new Set<number>();
  for (const part of parts) {
    for (let line: number | undefined = part.line; line !== undefined && !busy.has(line); line = parents.get(line)) {
      busy.add(line);
    }
  }
  return busy;
}

/** Turns what plan templates wait for into dependencies between the domain orders and tasks of a plan (features O5, O6). */
import type {
  DependencyTiming,
  OutsideTemplateDependency,
  PlanTemplate,
  TaskTemplate,
  TemplateDependency,
} from '../catalog/catalog.ts';
import { domainOrderId, lineId, taskId, type NodeId } from '../vocabulary/node.ts';
import type { Dependency, OutsideDependency } from './decomposed.ts';
import type { DecomposableLine } from './expandLine.ts';
import type { DraftPlan } from './planTasks.ts';

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
export function linkParts(parts: readonly LinkablePart[]): Dependency[] {
  const dependencies: Dependency[] = [];
  const byTop = Map.groupBy(parts, ({ top }) => top);
  const bySpecification = new Map<number, ReadonlyMap<string, readonly LinkablePart[]>>();
  const partsLike = (top: number, specification: string): readonly LinkablePart[] => {
    const known = bySpecification.get(top) ?? Map.groupBy(byTop.get(top) ?? [], part => part.specification);
    bySpecification.set(top, known);
    return known.get(specification) ?? [];
  };
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
function taskTemplates(): (template: PlanTemplate) => ReadonlyMap<string, TaskTemplate> {
  const known = new Map<PlanTemplate, ReadonlyMap<string, TaskTemplate>>();
  return template => {
    const tasks = known.get(template) ?? new Map(template.tasks.map(task => [task.key, task]));
    known.set(template, tasks);
    return tasks;
  };
}

function predecessors(
  wait: Inner,
  part: LinkablePart,
  partsLike: (top: number, specification: string) => readonly LinkablePart[],
): readonly NodeId[] {
  if (wait.kind === 'children') return part.children.map(domainOrderId);
  const { task } = wait;
  if (wait.kind === 'task') return tasksNamed(part, wait.task);
  const others = partsLike(part.top, wait.specification);
  return task === undefined
    ? others.map(({ number }) => domainOrderId(number))
    : others.flatMap(other => tasksNamed(other, task));
}

const tasksNamed = ({ tasks }: LinkablePart, key: string): readonly NodeId[] =>
  tasks.flatMap(task => (task.key === key ? [taskId(task.number)] : []));

/** When two dependencies join the same two parts, the end counts more than the start, and the longer lag holds. */
function stricter(known: DependencyTiming | undefined, { on, lagMinutes }: DependencyTiming): DependencyTiming {
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

/** What other orders under way have of it, by the line that waits. */
export type FindOutside = (
  wanted: OutsideTemplateDependency,
  line: number,
) => readonly Omit<OutsideDependency, 'task'>[];

/** The tasks that wait for parts of other orders; when the whole template does, its first tasks wait for all of it. */
export function linkOutside(parts: readonly LinkablePart[], find: FindOutside): OutsideDependency[] {
  const found = new Map<number, Map<OutsideTemplateDependency, ReturnType<FindOutside>>>();
  const findOnce = (wanted: OutsideTemplateDependency, line: number): ReturnType<FindOutside> => {
    const ofLine = found.get(line) ?? new Map<OutsideTemplateDependency, ReturnType<FindOutside>>();
    found.set(line, ofLine);
    const known = ofLine.get(wanted) ?? find(wanted, line);
    ofLine.set(wanted, known);
    return known;
  };
  const templates = taskTemplates();
  return parts.flatMap(({ template, tasks, line }) => {
    if (template === undefined) return [];
    return tasks.flatMap(({ key, number }) => {
      const own = templates(template).get(key)?.after ?? [];
      const isFirst = own.every(({ kind }) => kind !== 'task');
      const wanted = [...own, ...(isFirst ? template.after : [])].filter(wait => wait.kind === 'otherOrders');
      const rows = wanted.flatMap(wait => findOnce(wait, line));
      return [...new Map(rows.map(row => [`${row.order} ${row.node}`, { task: number, ...row }])).values()];
    });
  });
}

/** Checks each task of a plan template on its own: fields, lengths of time, what it reacts to. */
import type { PlanTemplate, TaskTemplate } from './catalog.ts';
import { listTwice } from './checkSpecifications.ts';
import type { IndexedCatalog } from './indexCatalog.ts';
import type { CatalogProblem } from './problem.ts';

/** `users` are the specifications whose domain orders can have this template. */
export function checkTask(
  index: IndexedCatalog,
  template: PlanTemplate,
  task: TaskTemplate,
  users: readonly string[],
): CatalogProblem[] {
  const path = `planTemplates[${template.id}].tasks[${task.key}]`;
  const facts = { planTemplate: template.id, planTemplateName: template.name, task: task.key };
  const names = listTwice(task.fields.map(({ name }) => name));
  const { undo } = task;
  return [
    ...names.map((name): CatalogProblem => ({
      code: 'nameTwice',
      fix: 'giveOwnName',
      path: `${path}.fields[${name}].name`,
      facts: { ...facts, name },
    })),
    ...unusableTime(`${path}.duration`, facts, task.durationMinutes),
    ...unusableTime(`${path}.sla`, facts, task.slaMinutes),
    ...unusableTime(`${path}.undo.duration`, facts, undo === 'nothing' ? undefined : undo?.durationMinutes),
    ...unknownReactions(index, task, users, path),
  ];
}

/** Ten years, in minutes: a plan of thousands of such tasks in a row still ends on a day that can be written. */
const longest = 10 * 365 * 24 * 60;

/** Zero to ten years are fine, and so is a length that is not said. */
export function unusableTime(
  path: string,
  facts: CatalogProblem['facts'],
  minutes: number | undefined,
): CatalogProblem[] {
  if (minutes === undefined || (minutes >= 0 && minutes <= longest)) return [];
  return minutes > longest
    ? [{ code: 'durationTooLong', fix: 'useTenYearsOrLess', path, facts: { ...facts, minutes } }]
    : [{ code: 'durationNegative', fix: 'useZeroOrMore', path, facts: { ...facts, minutes } }];
}

/** A name must be known to one of the specifications the template is for; one that declares none leaves them open. */
function unknownReactions(
  index: IndexedCatalog,
  { reactsTo }: TaskTemplate,
  users: readonly string[],
  path: string,
): CatalogProblem[] {
  if (reactsTo === undefined || reactsTo.characteristics === 'any' || users.length === 0) return [];
  const lists = users.map(id => index.specifications.get(id)?.characteristics ?? []);
  if (lists.some(list => list.length === 0)) return [];
  const declared = [...new Set(lists.flat().map(({ name }) => name))];
  const specification = users.join(', ');
  return reactsTo.characteristics
    .filter(name => !declared.includes(name))
    .map(characteristic => ({
      code: 'characteristicUnknown',
      fix: 'declareCharacteristicOrCorrectName',
      path: `${path}.reactsTo.characteristics`,
      facts: { specification, characteristic, declared },
    }));
}

/** The keys of the plan screen: projections, search, why, details, the next critical step, and what can be done with a task. */
import { useActions, type Action } from '../actions/registry.ts';
import type { Projection } from './projections.ts';
import type { TimelineView } from './timeline/useTimelineView.ts';

type Input = {
  readonly show: (projection: Projection) => void;
  readonly onSearch: () => void;
  readonly onWhy: () => void;
  readonly onDetail: () => void;
  readonly onHistory: () => void;
  readonly onNextCritical: () => void;
  /** What can be done with the task that is chosen. */
  readonly onTask: readonly Action[];
  readonly timeline: TimelineView;
};

export function usePlanActions(input: Input): void {
  const { show, onTask, timeline } = input;
  useActions('plan', [
    ...onTask,
    { id: 'planTree', label: 'plan.action.tree', keys: '1', run: () => show('tree') },
    { id: 'planGraph', label: 'plan.action.graph', keys: '2', run: () => show('graph') },
    { id: 'planTimeline', label: 'plan.action.timeline', keys: '3', run: () => show('timeline') },
    { id: 'filter', label: 'plan.action.search', keys: '/', run: input.onSearch },
    { id: 'planWhy', label: 'plan.action.why', keys: 'w', run: input.onWhy },
    { id: 'planNextCritical', label: 'plan.action.nextCritical', keys: 'c', run: input.onNextCritical },
    { id: 'planDetail', label: 'plan.action.detail', keys: 'i', run: input.onDetail },
    { id: 'planHistory', label: 'plan.action.history', keys: 't', run: input.onHistory },
    // Where the graph is drawn too, these keys are its own: it registers later.
    { id: 'timelineFit', label: 'plan.action.fitTimeline', keys: '0', run: () => timeline.handle.current?.show('fit') },
    { id: 'timelineIn', label: 'plan.action.zoomIn', keys: '+|=', run: () => timeline.handle.current?.zoomIn() },
    { id: 'timelineOut', label: 'plan.action.zoomOut', keys: '-', run: () => timeline.handle.current?.zoomOut() },
  ]);
}

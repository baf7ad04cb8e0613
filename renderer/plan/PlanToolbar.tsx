/** Above the plan: how it is drawn, the search in it, and what else can be shown beside it. */
import { ActionIcon, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import { projections, type Projection } from './projections.ts';
import type { StepMarking } from './steps/useStepMarks.ts';
import { TimelineTools } from './timeline/TimelineTools.tsx';
import type { TimelineView } from './timeline/useTimelineView.ts';
import classes from './PlanScreen.module.css';

type Props = {
  readonly projection: Projection;
  readonly onProjection: (projection: Projection) => void;
  /** The search field with its filters. */
  readonly search: ReactNode;
  /** Null while no timeline is drawn. */
  readonly timeline: TimelineView | null;
  /** Undefined where there is nothing to do. */
  readonly marking: Pick<StepMarking, 'isOn' | 'setOn'> | undefined;
  readonly history: boolean;
  readonly onHistory: () => void;
  readonly detail: boolean;
  readonly onDetail: () => void;
};

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export function PlanToolbar(props: Props) {
  const { projection, onProjection, timeline, marking, history, detail } = props;
  const toggles = [
    ...(marking
      ? [
          {
            key: 'mark',
            on: marking.isOn,
            label: t(marking.isOn ? 'steps.mark.off' : 'steps.mark.on'),
            onClick: () => marking.setOn(!marking.isOn),
            path: 'M2.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 4.5h4M9.5 11.5h4M3.4 4.6l1 1 1.6-2',
          },
        ]
      : []),
    {
      key: 'history',
      on: history,
      label: t('plan.action.history'),
      onClick: props.onHistory,
      path: 'M2.5 8a5.5 5.5 0 1 1 1.7 4M2.5 4.5V8H6M8 5v3.2l2 1.3',
    },
    {
      key: 'detail',
      on: detail,
      label: t(detail ? 'plan.detail.hide' : 'plan.detail.show'),
      onClick: props.onDetail,
      path: 'M2 3h12v10H2zM10 3v10',
    },
  ];
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={t('plan.view.label')}
        value={projection}
        onChange={value => onProjection(projections.find(name => name === value) ?? 'tree')}
        data={projections.map(value => ({ value, label: t(`plan.view.${value}`) }))}
      />
      {props.search}
      {timeline && <TimelineTools view={timeline} />}
      <ActionIcon.Group className={classes.toggles ?? ''}>
        {toggles.map(({ key, on, label, onClick, path }) => (
          <ActionIcon
            key={key}
            variant={on ? 'light' : 'default'}
            size={28}
            aria-label={label}
            aria-pressed={on}
            title={label}
            onClick={onClick}
          >
            <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              <path d={path} {...line} />
            </svg>
          </ActionIcon>
        ))}
      </ActionIcon.Group>
    </div>
  );
}

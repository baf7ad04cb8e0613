/** The scale of the timeline, its dependencies, and what its bars mean. */
import { ActionIcon, Popover, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import { Legend } from './Legend.tsx';
import { namedScales, type ScaleName } from './scale.ts';
import type { TimelineView, Zoom } from './useTimelineView.ts';
import classes from './TimelineTools.module.css';

const choices = ['fit', 'hour', 'day', 'week', 'month'] as const;

/** Undefined between the named scales. */
const nameOf = (zoom: Zoom): ScaleName | 'fit' | undefined =>
  zoom === 'fit' ? 'fit' : (['hour', 'day', 'week', 'month'] as const).find(name => namedScales[name] === zoom);

type Props = { readonly view: TimelineView };

export function TimelineTools({ view }: Props) {
  const { zoom, handle, hasLinks, setLinks } = view;
  const [hasLegend, setLegend] = useState(false);
  return (
    <div className={classes.tools} role="group" aria-label={t('plan.pane.timeline')}>
      <SegmentedControl
        aria-label={t('plan.timeline.scale')}
        value={nameOf(zoom) ?? ''}
        onChange={value => {
          const name = choices.find(choice => choice === value);
          if (name) handle.current?.show(name);
        }}
        data={choices.map(value => ({
          value,
          label: value === 'fit' ? t('plan.timeline.fit') : t(`plan.timeline.scale.${value}`),
        }))}
      />
      <ActionIcon.Group>
        {(['zoomOut', 'zoomIn'] as const).map(act => (
          <ActionIcon
            key={act}
            variant="default"
            size={28}
            aria-label={t(`plan.action.${act}`)}
            title={`${t(`plan.action.${act}`)} (${act === 'zoomIn' ? '+' : '-'})`}
            onClick={() => handle.current?.[act]()}
          >
            <Glyph path={act === 'zoomIn' ? 'M8 3v10M3 8h10' : 'M3 8h10'} />
          </ActionIcon>
        ))}
      </ActionIcon.Group>
      <ActionIcon.Group>
        <ActionIcon
          variant={hasLinks ? 'light' : 'default'}
          size={28}
          aria-label={t('plan.timeline.links')}
          aria-pressed={hasLinks}
          title={t('plan.timeline.links')}
          onClick={() => setLinks(!hasLinks)}
        >
          <Glyph path="M2 4h5v8h5M9.5 9.5 12 12l-2.5 2.5" />
        </ActionIcon>
        <Popover opened={hasLegend} onChange={setLegend} position="bottom-end" shadow="md" withArrow>
          <Popover.Target>
            <ActionIcon
              variant="default"
              size={28}
              aria-label={t('plan.timeline.legend')}
              title={t('plan.timeline.legend')}
              onClick={() => setLegend(!hasLegend)}
              onKeyDown={event => {
                if (event.key === 'Escape') setLegend(false);
              }}
            >
              <Glyph path="M2.5 4h3M2.5 8h3M2.5 12h3M8 4h5.5M8 8h5.5M8 12h5.5" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Legend />
          </Popover.Dropdown>
        </Popover>
      </ActionIcon.Group>
    </div>
  );
}

function Glyph({ path }: { readonly path: string }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** The side of a change that is read before it is sent: what changes, what it would do, why, and the button that says exactly what is sent. */
import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useActions, type Action } from '../actions/registry.ts';
import type { Order } from '../../preload/contract/order.ts';
import type { RevisionChange } from '../../preload/contract/revision.ts';
import { useCommand } from '../calls.ts';
import { useAllowed } from '../people.ts';
import { navigate } from '../route.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import { changesToSend, picksOf, withPicks, type ChangeDraft } from './changeDraft.ts';
import { sentWords } from './changeWords.ts';
import { CompensationTable } from './CompensationTable.tsx';
import { NoReturn, OVERRIDE_ID } from './NoReturn.tsx';
import { PicksForm, type Picks } from './Picks.tsx';
import { PreviewSummary } from './Preview.tsx';
import type { Preview } from './usePreview.ts';
import classes from './Editor.module.css';

const REASON_ID = 'revision-reason';

type Props = {
  readonly order: Order;
  readonly operation: 'update' | 'cancel';
  readonly draft: ChangeDraft;
  /** The changes without those that are still half empty. */
  readonly whole: readonly RevisionChange[];
  readonly preview: Preview;
  readonly onDraft: (draft: ChangeDraft) => void;
  readonly onDrop: () => void;
  readonly changes?: ReactNode;
};

export function SendPanel({ order, operation, draft, whole, preview, onDraft, onDrop, changes }: Props) {
  const isAllowed = useAllowed();
  const { run, pending } = useCommand('revision.request');
  const [tried, setTried] = useState(false);
  const plan = preview.value?.compensation;
  const noReturn = plan?.pastNoReturn ?? [];
  const mayOverride = isAllowed('order.override');
  const reason = draft.reason.trim();
  const overrideReason = draft.overrideReason.trim();
  const empty = operation === 'update' && whole.length === 0;

  const canSend = (): true | string => {
    if (whole.length < draft.changes.length) return t('revision.send.halfEmpty');
    if (empty) return t('revision.send.nothing');
    if (preview.problem) return t('revision.send.refused');
    if (preview.working || !plan) return t('revision.send.wait');
    if (noReturn.length > 0 && !mayOverride) return t('revision.noReturn.leave');
    return true;
  };

  async function send(): Promise<void> {
    setTried(true);
    const needsOverride = noReturn.length > 0;
    if (needsOverride && overrideReason === '') return document.getElementById(OVERRIDE_ID)?.focus();
    if (reason === '') return document.getElementById(REASON_ID)?.focus();
    const reply = await run({
      orderId: order.id,
      seen: order.version,
      operation,
      changes: changesToSend(whole, preview.toPick),
      reason,
      ...(needsOverride && { overrideReason }),
    });
    if (!reply.ok) return;
    onDrop();
    notifications.show({
      id: `revision-${order.id}`,
      title: t(operation === 'update' ? 'revision.send.sent' : 'revision.send.sentCancel', { number: order.number }),
      message: t('revision.send.sentText'),
      withBorder: true,
    });
    navigate({ screen: 'order', orderId: order.id, tab: 'changes' }, { replace: true });
  }

  const action: Action = {
    id: 'sendRevision',
    label: 'revision.menu.send',
    keys: 'Ctrl+Enter',
    isEnabled: canSend,
    run: () => void send(),
  };
  useActions('order', pending ? [] : [action]);

  const enabled = canSend();
  const picks: Picks = Object.fromEntries(preview.toPick.map(({ line }) => [line, picksOf(whole, line)]));
  return (
    <div className={classes.side}>
      {changes}
      <section className={classes.part} aria-label={t('revision.preview.title')}>
        <h3 className={classes.heading}>{t('revision.preview.title')}</h3>
        <PreviewSummary preview={preview} empty={empty} />
        <NoReturn
          branches={noReturn}
          override={{
            allowed: mayOverride,
            reason: draft.overrideReason,
            onReason: text => onDraft({ ...draft, overrideReason: text }),
            missing: tried && overrideReason === '',
          }}
        />
        <PicksForm
          wanted={preview.toPick}
          picks={picks}
          onPick={(line, giveUp) => onDraft({ ...draft, changes: withPicks(draft.changes, line, giveUp) })}
          remark={t('revision.pick.later')}
        />
      </section>
      <section className={classes.send}>
        <Textarea
          id={REASON_ID}
          label={t(operation === 'update' ? 'revision.send.reason' : 'revision.cancel.reason')}
          description={t('revision.send.reasonHint')}
          value={draft.reason}
          onChange={event => onDraft({ ...draft, reason: event.currentTarget.value })}
          error={tried && reason === '' && t('revision.send.reasonMissing')}
          maxLength={4000}
          autosize
          minRows={1}
          maxRows={6}
          required
        />
        <div className={classes.buttons}>
          <Button
            size="sm"
            aria-disabled={enabled !== true}
            data-disabled={enabled !== true}
            {...(enabled !== true && { title: enabled })}
            loading={pending}
            aria-keyshortcuts="Control+Enter"
            rightSection={<KeyHint keys="Ctrl+Enter" />}
            onClick={() => enabled === true && void send()}
          >
            {plan && enabled === true
              ? t(`revision.send.${operation}`, { what: sentWords(plan.counts) })
              : t(`revision.send.${operation}Short`)}
          </Button>
          {(draft.changes.length > 0 || draft.reason !== '') && (
            <Button variant="default" size="sm" onClick={onDrop}>
              {t('revision.send.discard')}
            </Button>
          )}
        </div>
        {enabled !== true && <p className={classes.quiet}>{enabled}</p>}
      </section>
      {plan && <CompensationTable plan={plan} />}
    </div>
  );
}

/** One fallout in full: what happened, what it holds, triage, and the ways to resolve it. */
import { useRef, useState } from 'react';
import { useActions, type Action } from '../actions/registry.ts';
import { Answer } from '../Answer.tsx';
import { useHold } from '../actions/typeAhead.ts';
import { useAsk, useCall, useCommand } from '../calls.ts';
import { useNames, useSession } from '../people.ts';
import type { Result } from '../queue/result.ts';
import { navigate } from '../route.ts';
import type { Fallout } from '../../preload/contract/task.ts';
import { AssignDialog } from '../tasks/AssignDialog.tsx';
import type { Hands } from '../tasks/peopleOptions.ts';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import { FalloutBody } from './FalloutBody.tsx';
import { FalloutHead } from './FalloutHead.tsx';
import { mayTriage } from './falloutRules.ts';
import { ResolveDialog } from './ResolveDialog.tsx';
import { resolvedWords, type ResolveAction } from './resolveForm.ts';

type Props = {
  readonly orderId: string;
  readonly fallout: number;
  /** False while the person is already moving on to another fallout; nothing can be done then. */
  readonly settled?: boolean;
  readonly onResult: (result: Result) => void;
  readonly onEnded?: () => void;
};

export function FalloutDetail({ orderId, fallout, ...rest }: Props) {
  const answer = useCall('fallout.get', { orderId, fallout });
  useHold(answer.loading ? 'move' : null);
  return <Answer of={answer}>{value => <FalloutWork key={value.key} fallout={value} {...rest} />}</Answer>;
}

type Dialog = { readonly kind: 'reassign' } | { readonly kind: 'resolve'; readonly first: ResolveAction };

type WorkProps = Omit<Props, 'orderId' | 'fallout'> & { readonly fallout: Fallout };

function FalloutWork({ fallout, settled = true, onResult, onEnded }: WorkProps) {
  const names = useNames();
  const who = useSession()?.person ?? null;
  const { ask } = useAsk();
  const triaging = useCommand('fallout.triage');
  const reassigning = useCommand('fallout.reassign');
  const resolving = useCommand('fallout.resolve');
  const codes = useCall('codes.get', {}).value;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const { orderId, number, taskNumber } = fallout;
  const about = { orderId, fallout: fallout.fallout, seen: fallout.version };
  const tell = (line: string): void => onResult({ orderId, lines: [line] });

  async function take(): Promise<void> {
    if (who === null) return;
    const reply = await triaging.run({ ...about, owner: who.id });
    if (reply.ok) tell(t('fallout.result.taken', { fallout: number }));
  }

  async function reassign({ assignee, group }: Hands): Promise<void> {
    const reply = await reassigning.run({ ...about, owner: assignee, group });
    if (!reply.ok) return;
    setDialog(null);
    const name = names.person(assignee) || names.team(group);
    const values = { fallout: number, task: taskNumber, name };
    tell(name === '' ? t('fallout.result.reassignedNobody', values) : t('fallout.result.reassigned', values));
  }

  async function resolve(form: Parameters<Parameters<typeof ResolveDialog>[0]['onResolve']>[0]): Promise<boolean> {
    const reply = await resolving.run({ ...about, ...form });
    if (!reply.ok) return false;
    setDialog(null);
    const after = await ask('fallout.get', { orderId, fallout: fallout.fallout });
    if (after.ok) tell(resolvedWords(form.action, after.value, fallout.branch));
    onEnded?.();
    return true;
  }

  const may = (deed: Parameters<typeof mayTriage>[0]) => () =>
    settled ? mayTriage(deed, fallout, who) : t('tasks.not.settled');
  const resolveAs = (first: ResolveAction) => () => setDialog({ kind: 'resolve', first });
  const actions = {
    resolve: {
      id: 'falloutResolve',
      label: 'fallout.action.resolve',
      keys: 'r',
      isEnabled: may('resolve'),
      run: resolveAs('retry'),
    },
    skip: {
      id: 'falloutSkip',
      label: 'fallout.action.skip',
      keys: 'Shift+K',
      isEnabled: may('resolve'),
      run: resolveAs('skip'),
    },
    reassign: {
      id: 'falloutReassign',
      label: 'fallout.action.reassign',
      keys: 'm',
      isEnabled: may('reassign'),
      run: () => setDialog({ kind: 'reassign' }),
    },
    take: {
      id: 'falloutTake',
      label: 'fallout.action.take',
      keys: 'y',
      isEnabled: may('take'),
      run: () => void take(),
    },
    note: { id: 'falloutNote', label: 'fallout.action.note', keys: 'n', run: () => note.current?.focus() },
    task: {
      id: 'falloutTask',
      label: 'fallout.action.openTask',
      keys: 'o',
      run: () => navigate({ screen: 'tasks', orderId, task: fallout.task }),
    },
    plan: {
      id: 'falloutPlan',
      label: 'tasks.action.plan',
      keys: 'p',
      run: () => navigate({ screen: 'order', orderId, tab: 'plan' }),
    },
  } as const satisfies Record<string, Action>;
  useActions('fallout', Object.values(actions));

  return (
    <Pane
      title={t('fallout.detail.label', { number })}
      titleHidden
      top={<FalloutHead fallout={fallout} actions={actions} />}
    >
      <FalloutBody
        fallout={fallout}
        names={names}
        noteRef={note}
        triage={{
          fallout,
          types: codes?.falloutTypes ?? [fallout.type],
          mayTriage: mayTriage('triage', fallout, who),
          onTriage: change => void triaging.run({ ...about, ...change }),
        }}
      />
      {dialog?.kind === 'reassign' && (
        <AssignDialog
          title={t('fallout.reassign.title', { fallout: number, task: taskNumber })}
          about={t('fallout.reassign.about')}
          now={{ assignee: fallout.owner, group: fallout.group }}
          submit={t('fallout.reassign.do')}
          pending={reassigning.pending}
          onAssign={hands => void reassign(hands)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'resolve' && (
        <ResolveDialog
          fallout={fallout}
          rootCauses={codes?.rootCauses ?? []}
          resolutionCodes={codes?.resolutionCodes ?? []}
          first={dialog.first}
          pending={resolving.pending}
          onResolve={resolve}
          onClose={() => setDialog(null)}
        />
      )}
    </Pane>
  );
}

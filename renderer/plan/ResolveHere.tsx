/** Resolves, from the plan, the fallout that holds the chosen task: tries the task again, skips it, or what else it takes. */
import type { Fallout } from '../../preload/contract/task.ts';
import { useAsk, useCall, useCommand } from '../calls.ts';
import { ResolveDialog } from '../fallout/ResolveDialog.tsx';
import { resolvedWords, type ResolveAction } from '../fallout/resolveForm.ts';
import { sayOnPlan } from './sayOnPlan.ts';

type Props = {
  readonly orderId: string;
  readonly fallout: number;
  readonly first: ResolveAction;
  readonly onClose: () => void;
};

export function ResolveHere({ orderId, fallout: number, first, onClose }: Props) {
  const fallout = useCall('fallout.get', { orderId, fallout: number }).value;
  const codes = useCall('codes.get', {}).value;
  const { ask } = useAsk();
  const { run, pending } = useCommand('fallout.resolve');
  if (fallout === undefined || codes === undefined) return null;

  async function resolve(
    { branch, version }: Fallout,
    form: Parameters<Parameters<typeof ResolveDialog>[0]['onResolve']>[0],
  ): Promise<boolean> {
    const reply = await run({ orderId, fallout: number, seen: version, ...form });
    if (!reply.ok) return false;
    onClose();
    const after = await ask('fallout.get', { orderId, fallout: number });
    if (after.ok) sayOnPlan(resolvedWords(form.action, after.value, branch));
    return true;
  }

  return (
    <ResolveDialog
      fallout={fallout}
      rootCauses={codes.rootCauses}
      resolutionCodes={codes.resolutionCodes}
      first={first}
      pending={pending}
      onResolve={form => resolve(fallout, form)}
      onClose={onClose}
    />
  );
}

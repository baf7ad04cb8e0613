/** Who sits here and who else there is, from the session that every screen already has. */
import { useCallback, useMemo } from 'react';
import type { WorkspaceStatus } from '../preload/contract/session.ts';
import { useCall } from './calls.ts';
import { namesOf, type Names } from './names.ts';

export type Permission = NonNullable<WorkspaceStatus['person']>['permissions'][number];

export function useSession(): WorkspaceStatus | undefined {
  return useCall('workspace.status', {}).value;
}

export function useNames(): Names {
  const session = useSession();
  return useMemo(() => namesOf(session), [session]);
}

/** Asks whether the person at the desk has a permission. */
export function useAllowed(): (permission: Permission) => boolean {
  const permissions = useSession()?.person?.permissions;
  return useCallback(permission => permissions?.includes(permission) ?? false, [permissions]);
}

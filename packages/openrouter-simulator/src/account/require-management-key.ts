import type { Call } from '../http/call.ts';
import { WireError } from '../http/wire-error.ts';

/** @throws WireError 403 unless the caller's key may manage the account. */
export function requireManagementKey(call: Call): void {
  if (call.key().isManagementKey) return;
  throw new WireError({
    status: 403,
    message: 'Only management keys can perform this operation',
    metadata: { error_type: 'permission_denied' },
  });
}

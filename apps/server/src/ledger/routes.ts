import type { Mount } from '../http/mount.ts';
import type { Ledger } from './ledger.ts';

/** Mounts what anybody may read of the ledger. */
export function ledgerRoutes(mount: Mount, ledger: Ledger): void {
  mount.on('checkpoint', async () => ({ note: await ledger.checkpoint(), verifierKey: ledger.verifierKey }));
  mount.on('leaf', ({ params }) => ledger.leaf(params.index));
}

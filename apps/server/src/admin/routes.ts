import type { Mount } from '../http/mount.ts';
import type { Admin } from './admin-sessions.ts';

/** Mounts how an admin's session begins and ends. */
export function adminRoutes(mount: Mount, admin: Admin): void {
  mount.on('openAdminSession', ({ body, context }) => admin.open(context, body.link));
  mount.on('adminSession', ({ context }) => admin.require(context));
  mount.on('closeAdminSession', async ({ context }) => {
    await admin.require(context);
    await admin.close(context);
    return {};
  });
}

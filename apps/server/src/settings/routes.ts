import type { CallOutput } from '@agon/api/client';
import type { Admin } from '../admin/admin-sessions.ts';
import type { Mount } from '../http/mount.ts';
import type { SettingsStore } from './settings-store.ts';

/** What the routes of settings call. */
export interface SettingsRoutesOptions {
  readonly admin: Pick<Admin, 'require'>;
  readonly settings: SettingsStore;
  /** US dollars that all models have spent today. */
  readonly spentTodayUsd: () => Promise<number>;
}

/** Mounts what an admin does with the settings. */
export function settingsRoutes(mount: Mount, { admin, settings, spentTodayUsd }: SettingsRoutesOptions): void {
  const view = async (): Promise<CallOutput<'settings'>> => {
    const { policyVersion, settings: inForce } = settings.current();
    const { config } = settings;
    return {
      settings: inForce,
      config: config === null ? null : { file: config.file, fields: [...config.fields] },
      spentTodayUsd: await spentTodayUsd(),
      policyVersion,
    };
  };

  mount.on('settings', async ({ context }) => {
    await admin.require(context);
    return view();
  });
  mount.on('setSettings', async ({ body, context }) => {
    await admin.require(context);
    await settings.set(body);
    return view();
  });
}

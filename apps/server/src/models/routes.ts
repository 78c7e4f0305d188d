import type { AdminModel } from '@agon/api';
import type { Kysely } from 'kysely';
import type { Admin } from '../admin/admin-sessions.ts';
import type { Schema } from '../database/schema.ts';
import type { Mount } from '../http/mount.ts';
import { adminView } from './admin-view.ts';
import { drawnOf } from './contestants.ts';
import { type GreetOptions, greet, greetNew, requireAddress } from './greet.ts';
import { readHealth } from './health.ts';
import { type DiscoverOptions, localServers } from './local-servers.ts';
import type { StoredModel } from './model.ts';
import type { ModelsStore } from './models-store.ts';
import type { SafeFetch } from './safe-fetch.ts';
import type { Spend } from './spend.ts';

/** What the routes of models call. */
export interface ModelRoutesOptions extends Omit<GreetOptions, 'fetch'>, Pick<DiscoverOptions, 'places'> {
  readonly db: Kysely<Schema>;
  readonly admin: Pick<Admin, 'require'>;
  readonly models: ModelsStore;
  readonly spend: Spend;
  readonly safeFetch: SafeFetch;
  /** Called after a change of models: boards show their names and facts. */
  readonly onChanged: () => void;
}

/** Mounts what an admin does with models. */
export function modelRoutes(mount: Mount, options: ModelRoutesOptions): void {
  const { admin, models, safeFetch, onChanged } = options;
  const greeting: GreetOptions = { ...options, fetch: safeFetch.fetch };
  const changed = async (model: StoredModel): Promise<AdminModel> => {
    onChanged();
    return viewOf(model, options);
  };

  mount.on('adminModels', async ({ context }) => {
    await admin.require(context);
    return viewsOf(models.all(), options);
  });
  mount.on('addModel', async ({ body, context }) => {
    await admin.require(context);
    await requireAddress(body.baseUrl, safeFetch);
    return changed(await models.add(body));
  });
  mount.on('editModel', async ({ params, body, context }) => {
    await admin.require(context);
    // First of all whether it is there, and the admin's to edit: an address may take seconds to look up.
    models.requireEditable(params.model);
    await requireAddress(body.baseUrl, safeFetch);
    return changed(await models.edit(params.model, body));
  });
  mount.on('setModelState', async ({ params, body, context }) => {
    await admin.require(context);
    return changed(await models.setState(params.model, body.state));
  });
  mount.on('testModel', async ({ params, context }) => {
    await admin.require(context);
    return greet(models.find(params.model), context.req.raw.signal, greeting);
  });
  mount.on('testNewModel', async ({ body, context }) => {
    await admin.require(context);
    return greetNew(body, context.req.raw.signal, greeting);
  });
  mount.on('discover', async ({ context }) => {
    await admin.require(context);
    return localServers(options);
  });
}

async function viewOf(model: StoredModel, options: ModelRoutesOptions): Promise<AdminModel> {
  const views = await viewsOf([model], options);
  const [view] = views;
  if (view === undefined) throw new Error('One model has one view.');
  return view;
}

async function viewsOf(
  shown: readonly StoredModel[],
  { db, models, spend }: ModelRoutesOptions,
): Promise<AdminModel[]> {
  const health = await readHealth(db);
  const spent = await spend.today();
  const drawn = new Set(drawnOf(models.all()));
  return shown.map((model) =>
    adminView(model, {
      drawn: drawn.has(model),
      key: models.keySource(model),
      health: health.get(model.id),
      spentTodayUsd: spent.get(model.id),
    }),
  );
}

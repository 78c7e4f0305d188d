import { clientAddress, networkOf } from '../http/client-address.ts';
import type { Call, Mount } from '../http/mount.ts';
import type { Sessions } from '../visitors/sessions.ts';
import type { Visitor } from '../visitors/visitors.ts';
import { battleNotFound } from './battle-row.ts';
import { battleEventStream } from './event-stream.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Battles } from './service.ts';

/** What the routes of battles call. */
export interface BattleRoutesOptions {
  readonly battles: Battles;
  readonly sessions: Sessions;
  readonly rateLimit: RateLimit;
  readonly trustedProxies: readonly string[];
}

/** Mounts everything that a voter does with a battle. */
export function battleRoutes(
  mount: Mount,
  { battles, sessions, rateLimit, trustedProxies }: BattleRoutesOptions,
): void {
  /** Who has no cookie has no battle. */
  const visitorOf = async ({ context }: Pick<Call<'battle'>, 'context'>): Promise<Visitor> => {
    const visitor = await sessions.find(context);
    if (visitor === null) throw battleNotFound();
    return visitor;
  };

  /** Each of these asks two models. */
  const asking = async (call: Pick<Call<'battle'>, 'context'>): Promise<Visitor> => {
    const visitor = await visitorOf(call);
    await rateLimit.takeTurn(visitor.id);
    return visitor;
  };

  mount.on('startBattle', async ({ body, context }) => {
    const visitor = await sessions.ensure(context);
    const network = networkOf(clientAddress(context, trustedProxies));
    return battles.start(visitor, body.prompt, () => rateLimit.take(visitor.id, network));
  });
  mount.on('battle', async (call) => battles.view(await visitorOf(call), call.params.battle));
  mount.on('ask', async (call) => battles.ask(await asking(call), call.params.battle, call.body.prompt));
  mount.on('showWhenFinished', async (call) => battles.showWhenFinished(await visitorOf(call), call.params.battle));
  mount.on('stop', async (call) => battles.stop(await visitorOf(call), call.params.battle));
  mount.on('regenerate', async (call) => battles.regenerate(await asking(call), call.params.battle));
  mount.on('retry', async (call) => battles.retry(await asking(call), call.params.battle));
  mount.on('castVote', async (call) => battles.vote(await visitorOf(call), call.params.battle, call.body));
  mount.on('setFeedback', async (call) => battles.setFeedback(await visitorOf(call), call.params.battle, call.body));
  mount.on('undoVote', async (call) => battles.undo(await visitorOf(call), call.params.battle));
  mount.on('reveal', async (call) => battles.reveal(await visitorOf(call), call.params.battle));
  mount.stream('battleEvents', async (call) => {
    const visitor = await visitorOf(call);
    const { battle } = call.params;
    const live = await battles.follow(visitor, battle);
    return battleEventStream(call.context, live, async () => ({
      type: 'battle',
      battle: await battles.view(visitor, battle),
    }));
  });
}

import { checkLeaf, parseRecord } from '@agon/ledger';
import { afterEach, expect, test } from 'vitest';
import { testDatabases } from '../database/testing/test-databases.ts';
import { names, type TestArena, testArena, until } from './testing.ts';

const admit = async () => {};

testDatabases('battles', (database) => {
  let arena: TestArena;
  let lagMs = 0;
  afterEach(async () => {
    lagMs = 0;
    await arena.close();
  });
  const open = async () => {
    arena = await testArena(database().db, () => lagMs);
    return { ...arena, visitor: await arena.visitor() };
  };
  const voting = async (visitor: Awaited<ReturnType<TestArena['visitor']>>, prompt = 'Why is the sky blue?') => {
    const { id } = await arena.battles.start(visitor, prompt, admit);
    return until(
      () => arena.battles.view(visitor, id),
      ({ phase }) => phase === 'voting',
    );
  };

  test('a question is answered by two hidden models, voted on, undone, voted on again and revealed', async () => {
    const { battles, visitor } = await open();
    const battle = await voting(visitor);
    expect(battle.turns[0]?.a).toEqual({ text: 'A short answer by nobody in particular.', state: 'complete' });
    for (const name of names) expect(JSON.stringify(battle)).not.toContain(name);

    const voted = await battles.vote(visitor, battle.id, { token: battle.voteToken ?? '', outcome: 'a' });
    expect(voted).toMatchObject({
      phase: 'voted',
      reveal: null,
      turns: [{ vote: { outcome: 'a', receipt: { salt: null, record: null } } }],
    });
    const undone = await battles.undo(visitor, battle.id);
    expect(undone.phase).toBe('voting');
    lagMs = 60_000;
    await battles.vote(visitor, battle.id, { token: undone.voteToken ?? '', outcome: 'both_bad' });
    const revealed = await battles.reveal(visitor, battle.id);
    expect(new Set([revealed.reveal?.a.name, revealed.reveal?.b.name])).toEqual(new Set(names));
    expect(revealed.reveal?.a.answers).toMatchObject([{ inputTokens: 10, outputTokens: 20, costUsd: 0.00005 }]);

    const receipt = revealed.turns[0]?.vote?.receipt;
    expect([voted.turns[0]?.vote?.weight, revealed.turns[0]?.vote?.weight]).toEqual([null, 1]);
    const record = parseRecord(JSON.parse(receipt?.record ?? ''));
    expect(record).toMatchObject({ type: 'vote', outcome: 'both_bad', voter: visitor.voterNumber, weight: 1 });
    expect(() =>
      checkLeaf(record, Buffer.from(receipt?.salt ?? '', 'hex'), Buffer.from(receipt?.leafHash ?? '', 'hex')),
    ).not.toThrow();
    const leaves = await database().db.selectFrom('ledger_leaves').select('type').orderBy('index').execute();
    expect(leaves.map(({ type }) => type)).toEqual(['battle', 'vote', 'undo', 'vote']);
  });

  test('replayed, forged, foreign and late tokens are refused with a code each, and nothing changes', async () => {
    const { battles, visitor } = await open();
    const first = await voting(visitor);
    const second = await voting(visitor);
    const token = first.voteToken ?? '';
    const vote = (id: string, with_: string) => battles.vote(visitor, id, { token: with_, outcome: 'a' });
    await expect(vote(first.id, `${token}x`)).rejects.toMatchObject({ code: 'vote-forged' });
    await expect(vote(first.id, token.replace('.1.1.0.', '.1.1.1.'))).rejects.toMatchObject({ code: 'vote-forged' });
    await expect(vote(second.id, token)).rejects.toMatchObject({ code: 'vote-foreign' });
    const stranger = await arena.visitor();
    await expect(battles.vote(stranger, first.id, { token, outcome: 'a' })).rejects.toMatchObject({
      code: 'battle-not-found',
    });
    await battles.regenerate(visitor, first.id);
    await expect(vote(first.id, token)).rejects.toMatchObject({ code: 'vote-late' });
    await vote(second.id, second.voteToken ?? '');
    await expect(vote(second.id, second.voteToken ?? '')).rejects.toMatchObject({ code: 'vote-replayed' });
    const votes = await database().db.selectFrom('votes').select('battle_id').execute();
    expect(votes).toEqual([{ battle_id: second.id }]);
  });

  test('of many equal votes at once exactly one is taken', async () => {
    const { battles, visitor } = await open();
    const battle = await voting(visitor);
    const token = battle.voteToken ?? '';
    const results = await Promise.allSettled(
      Array.from({ length: 32 }, () => battles.vote(visitor, battle.id, { token, outcome: 'b' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(['vote-replayed']));
    expect(await database().db.selectFrom('votes').select('id').execute()).toHaveLength(1);
  });

  test('the next message makes the vote one on its turn, and each side goes on with its own answers', async () => {
    const { battles, visitor, scripts, asked } = await open();
    scripts.set(names[0], [{ text: 'First by one.' }, { text: 'Second by one.' }]);
    scripts.set(names[1], [{ text: 'First by two.' }, { text: 'Second by two.' }]);
    const { id, voteToken } = await voting(visitor);
    await battles.vote(visitor, id, { token: voteToken ?? '', outcome: 'tie' });
    const next = await battles.ask(visitor, id, 'And at night?');
    expect(next).toMatchObject({ phase: 'answering', reveal: null });
    const second = await until(
      () => battles.view(visitor, id),
      ({ phase }) => phase === 'voting',
    );
    expect(second.turns.map(({ vote }) => vote?.outcome ?? null)).toEqual(['tie', null]);
    expect(asked.find(({ model, messages }) => model === names[0] && messages.length === 3)?.messages).toEqual([
      'user: Why is the sky blue?',
      'assistant: First by one.',
      'user: And at night?',
    ]);
  });

  test('a side that fails is retried alone, and a second failure makes the battle void and counts against its model', async () => {
    const { battles, visitor, scripts, asked } = await open();
    scripts.set(names[0], [{ error: 'overloaded' }, { text: 'Now it works.' }]);
    const { id } = await battles.start(visitor, 'Hello?', admit);
    const failed = await until(
      () => battles.view(visitor, id),
      ({ phase }) => phase !== 'answering',
    );
    expect(failed.phase).toBe('failed');
    expect(failed.failedSides).toHaveLength(1);
    await battles.retry(visitor, id);
    const retried = await until(
      () => battles.view(visitor, id),
      ({ phase }) => phase !== 'answering',
    );
    expect(retried.phase).toBe('voting');
    const texts = [retried.turns[0]?.a.text, retried.turns[0]?.b.text].sort();
    expect(texts).toEqual(['A short answer by nobody in particular.', 'Now it works.']);
    expect(asked.filter(({ model }) => model === names[1])).toHaveLength(1);

    scripts.set(names[0], [{ error: 'overloaded' }]);
    const again = await battles.regenerate(visitor, id);
    expect(again.turns[0]?.earlier).toHaveLength(1);
    const ended = await until(
      () => battles.view(visitor, id),
      ({ phase }) => phase !== 'answering',
    );
    expect(ended).toMatchObject({ phase: 'void', voidReason: 'model-failed', reveal: null });
    const failures = await database().db.selectFrom('model_failures').select('error_code').execute();
    expect(failures).toEqual([{ error_code: 'overloaded' }, { error_code: 'overloaded' }]);
  });

  test('stop ends both without a vote, and what a restart finds half done is stopped too', async () => {
    const { battles, visitor, scripts } = await open();
    for (const name of names) scripts.set(name, ['hang']);
    const { id } = await battles.start(visitor, 'Hello?', admit);
    expect(await battles.stop(visitor, id)).toMatchObject({ phase: 'stopped', voteToken: null });
    await expect(battles.stop(visitor, id)).rejects.toMatchObject({ code: 'nothing-to-stop' });

    await battles.regenerate(visitor, id);
    await battles.close(0);
    expect(await battles.view(visitor, id)).toMatchObject({ phase: 'stopped' });
    await expect(battles.ask(visitor, id, 'More?')).rejects.toMatchObject({ code: 'shutting-down' });
  });

  test('answers under way can be held until both are complete, and the view says so after a reload too', async () => {
    const { battles, visitor, scripts } = await open();
    scripts.set(names[0], ['hang']);
    const { id, pacing } = await battles.start(visitor, 'Hello?', admit);
    expect(pacing).toBe('paced');
    expect((await battles.showWhenFinished(visitor, id)).pacing).toBe('when-finished');
    expect((await battles.view(visitor, id)).pacing).toBe('when-finished');
    expect((await battles.stop(visitor, id)).pacing).toBeNull();
    await expect(battles.showWhenFinished(visitor, id)).rejects.toMatchObject({ code: 'nothing-to-hold' });
  });

  test('what no database can hold does not hold up a battle', async () => {
    const { battles, visitor, scripts } = await open();
    for (const name of names) scripts.set(name, [{ text: `I am ${name}\0 and \ud83d of nobody.`, inputTokens: 3e9 }]);
    const { id } = await battles.start(visitor, 'Lone \ud83d and \0?', admit);
    const battle = await until(
      () => battles.view(visitor, id),
      ({ phase }) => phase !== 'answering',
    );
    expect(battle.phase).toBe('voting');
    expect(battle.turns[0]).toMatchObject({ prompt: 'Lone \ufffd and \ufffd?' });
    await battles.vote(visitor, id, { token: battle.voteToken ?? '', outcome: 'a' });
    const said = { turn: 1, reasons: { a: [], b: [] }, comment: 'nul \0' };
    expect((await battles.setFeedback(visitor, id, said)).turns[0]?.vote?.comment).toBe('nul \ufffd');
    const revealed = await battles.reveal(visitor, id);
    expect(revealed.reveal?.a.answers).toMatchObject([{ inputTokens: null, outputTokens: 20 }]);
    await expect(battles.view(visitor, 'not-an-id\0')).rejects.toMatchObject({ code: 'battle-not-found' });
  });

  test('stopping and asking again in quick succession leaves no answer behind that a restart stumbles over', async () => {
    const { battles, visitor, scripts } = await open();
    const text = 'word '.repeat(400);
    for (const name of names) scripts.set(name, [{ text }]);
    const { id } = await battles.start(visitor, 'Hello?', admit);
    for (let round = 0; round < 12; round++) {
      // Around the moment at which running text is saved.
      await new Promise((resolve) => setTimeout(resolve, 480 + round * 5));
      await battles.stop(visitor, id);
      await battles.regenerate(visitor, id);
    }
    await battles.stop(visitor, id);
    const pending = await database()
      .db.selectFrom('answers')
      .select('attempt')
      .where('state', '=', 'pending')
      .execute();
    expect(pending).toEqual([]);
  });

  test('a question after a long silence is answered, even if its reader comes a moment later', async () => {
    const { battles, visitor, scripts } = await open();
    const { id } = await voting(visitor);
    for (const name of names) scripts.set(name, ['hang']);
    lagMs = 120_000;
    await battles.ask(visitor, id, 'Are you still there?');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await battles.view(visitor, id)).phase).toBe('answering');
  });

  test('a restart makes a battle void where one of its models has been retired meanwhile', async () => {
    const { battles, visitor, scripts, retire } = await open();
    for (const name of names) scripts.set(name, ['hang']);
    const { id } = await battles.start(visitor, 'Hello?', admit);
    retire(names[0]);
    const again = arena.restarted();
    await again.resume();
    expect(await again.view(visitor, id)).toMatchObject({ phase: 'void', voidReason: 'interrupted' });
    await again.close(0);
  });

  test('an answer that names its maker is masked, and the vote says so', async () => {
    const { battles, visitor, scripts } = await open();
    for (const name of names)
      scripts.set(name, [{ text: `I am ${name}, made by OpenAI. The sky scatters blue light.` }]);
    const battle = await voting(visitor);
    expect(battle.turns[0]?.a.text).not.toMatch(/plover|wren|openai/i);
    lagMs = 60_000;
    await battles.vote(visitor, battle.id, { token: battle.voteToken ?? '', outcome: 'a' });
    const revealed = await battles.reveal(visitor, battle.id);
    expect(revealed.reveal?.a.masked.length).toBeGreaterThan(0);
    expect(JSON.parse(revealed.turns[0]?.vote?.receipt.record ?? '{}')).toMatchObject({
      weight: 1,
      reasons: ['leak-masked'],
    });
  });

  test('readers get every word once, in order, also after a lost connection', async () => {
    const { battles, visitor } = await open();
    const { id } = await battles.start(visitor, 'Hello?', admit);
    const live = await battles.follow(visitor, id);
    const words: string[] = [];
    const leave = live.channel.join(({ event }) => {
      if (event.type === 'words') words.push(event.a);
    });
    const battle = await until(
      () => battles.view(visitor, id),
      ({ phase }) => phase === 'voting',
    );
    leave();
    expect(words.join('')).toBe(battle.turns[0]?.a.text);
    expect(words.length).toBeGreaterThan(1);
    expect(live.channel.since(battle.lastEvent)).toEqual([]);
    const missed = live.channel.since(battle.lastEvent - 1);
    expect(missed?.map(({ number }) => number)).toEqual([battle.lastEvent]);
    expect(live.channel.since(1)).toBeNull();
  });

  test('a battle that nobody reads for a minute while it is answered is void, and its calls are ended', async () => {
    const { battles, visitor, scripts } = await open();
    for (const name of names) scripts.set(name, ['hang']);
    const { id } = await battles.start(visitor, 'Hello?', admit);
    const live = await battles.follow(visitor, id);
    const leave = live.channel.join(() => {});
    lagMs = 61_000;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await battles.view(visitor, id)).phase, 'while somebody reads').toBe('answering');
    leave();
    lagMs += 61_000;
    const ended = await until(
      () => battles.view(visitor, id),
      ({ phase }) => phase !== 'answering',
    );
    expect(ended).toMatchObject({ phase: 'void', voidReason: 'abandoned' });
    expect(await database().db.selectFrom('model_failures').select('id').execute()).toEqual([]);
  });

  test('the names appear by themselves after ten seconds, also when the server was started anew meanwhile', async () => {
    const { battles, visitor } = await open();
    const battle = await voting(visitor);
    const voted = await battles.vote(visitor, battle.id, { token: battle.voteToken ?? '', outcome: 'a' });
    expect(voted.revealInMs).toBeGreaterThan(9_000);
    await battles.close(0);
    lagMs = 10_000;
    await battles.resume();
    const revealed = await until(
      () => battles.view(visitor, battle.id),
      ({ phase }) => phase === 'revealed',
    );
    expect(revealed.turns[0]?.vote?.receipt.salt).toMatch(/^[0-9a-f]{32}$/);
    await expect(battles.undo(visitor, battle.id)).rejects.toMatchObject({ code: 'undo-too-late' });
  });

  test('after the reveal the chat goes on with the same models, unranked and without a vote', async () => {
    const { battles, visitor } = await open();
    const battle = await voting(visitor);
    await battles.vote(visitor, battle.id, { token: battle.voteToken ?? '', outcome: 'a' });
    await battles.reveal(visitor, battle.id);
    expect(await battles.ask(visitor, battle.id, 'And now?')).toMatchObject({ phase: 'revealed', chat: 'answering' });
    const chatted = await until(
      () => battles.view(visitor, battle.id),
      ({ chat }) => chat === 'idle',
    );
    expect(chatted.turns[1]).toMatchObject({ ranked: false, vote: null, a: { state: 'complete' } });
    expect(chatted.voteToken).toBeNull();
  });

  test('reasons of a vote are kept, sent again they replace the former, and a turn without a vote has none', async () => {
    const { battles, visitor } = await open();
    const battle = await voting(visitor);
    const feedback = {
      turn: 1,
      reasons: { a: ['clear' as const], b: ['made-up' as const] },
      comment: 'B invents a source.',
    };
    await expect(battles.setFeedback(visitor, battle.id, feedback)).rejects.toMatchObject({ code: 'not-voted' });
    await battles.vote(visitor, battle.id, { token: battle.voteToken ?? '', outcome: 'a' });
    await battles.setFeedback(visitor, battle.id, feedback);
    const again = await battles.setFeedback(visitor, battle.id, { ...feedback, comment: null });
    expect(again.turns[0]?.vote).toMatchObject({ reasons: feedback.reasons, comment: null });
  });

  test('prompts outside the limits and visitors without consent are refused before anything is drawn', async () => {
    const { battles, visitor, asked } = await open();
    const start = (prompt: string, by = visitor) => battles.start(by, prompt, admit);
    await expect(start('  ')).rejects.toMatchObject({ code: 'prompt-empty', details: { field: 'prompt' } });
    await expect(start('x'.repeat(32_001))).rejects.toMatchObject({
      code: 'prompt-too-long',
      details: { facts: { limit: 32_000, length: 32_001 } },
    });
    const silent = { ...visitor, consent: null, consentVersion: null };
    await expect(start('Hello?', silent)).rejects.toMatchObject({ code: 'consent-needed' });
    expect(asked).toEqual([]);
    expect(await database().db.selectFrom('battles').select('id').execute()).toEqual([]);
  });

  test('votes of many voters at once share few transactions, and every one is a leaf', async () => {
    const { battles } = await open();
    const ready = await Promise.all(
      Array.from({ length: 24 }, async () => {
        const visitor = await arena.visitor();
        return { visitor, battle: await voting(visitor) };
      }),
    );
    await Promise.all(
      ready.map(({ visitor, battle }) =>
        battles.vote(visitor, battle.id, { token: battle.voteToken ?? '', outcome: 'b' }),
      ),
    );
    const votes = await database().db.selectFrom('votes').select(['leaf_index', 'created_at']).execute();
    expect(votes).toHaveLength(24);
    const leaves = await database().db.selectFrom('ledger_leaves').select('index').where('type', '=', 'vote').execute();
    expect(votes.map(({ leaf_index }) => leaf_index).sort()).toEqual(leaves.map(({ index }) => index).sort());
    // Votes of one transaction have one time.
    expect(new Set(votes.map(({ created_at }) => created_at)).size).toBeLessThan(24);
  });
});

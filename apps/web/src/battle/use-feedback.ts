import type { BattleView } from '@agon/api';
import type { ReasonChip } from '@agon/api/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../call.ts';
import type { TurnView } from './attempts.ts';
import type { Side } from './side.ts';

/** Time without a change after which the reasons are saved. */
const restMs = 600;

/** Why a voter voted so, as it stands on the page. */
export interface Draft {
  readonly reasons: Readonly<Record<Side, readonly ReasonChip[]>>;
  readonly comment: string;
}

/** The draft with one reason ticked or unticked. */
export function toggleReason(draft: Draft, side: Side, chip: ReasonChip): Draft {
  const now = draft.reasons[side];
  const next = now.includes(chip) ? now.filter((other) => other !== chip) : [...now, chip];
  return { ...draft, reasons: { ...draft.reasons, [side]: next } };
}

/** Reasons and comment of a turn's vote, saved by themselves a moment after the last change. */
export function useFeedback({ id, turn, apply }: { id: string; turn: TurnView; apply: (view: BattleView) => void }) {
  const [draft, setDraft] = useState<Draft>(() => ({
    reasons: turn.vote?.reasons ?? { a: [], b: [] },
    comment: turn.vote?.comment ?? '',
  }));
  const [status, setStatus] = useState<'idle' | 'saving' | 'saved' | 'failed'>('idle');
  const unsaved = useRef<Draft | null>(null);
  const save = useCallback(async () => {
    const sent = unsaved.current;
    if (!sent) return;
    unsaved.current = null;
    const comment = sent.comment.trim() || null;
    const reasons = { a: [...sent.reasons.a], b: [...sent.reasons.b] };
    try {
      apply(await call('setFeedback', { params: { battle: id }, body: { turn: turn.turn, reasons, comment } }));
      setStatus(unsaved.current ? 'saving' : 'saved');
    } catch {
      unsaved.current ??= sent;
      setStatus('failed');
    }
  }, [id, turn.turn, apply]);
  const change = useCallback((next: Draft) => {
    unsaved.current = next;
    setDraft(next);
    setStatus('saving');
  }, []);
  useEffect(() => {
    if (unsaved.current !== draft) return;
    const timer = setTimeout(() => void save(), restMs);
    return () => clearTimeout(timer);
  }, [draft, save]);
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  }, [save]);
  // Leaving the page within that moment must not lose the last change.
  useEffect(() => () => void latestSave.current(), []);
  return { draft, change, status, save };
}

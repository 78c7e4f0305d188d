import { ArenaRefused } from '@agon/api/client';
import { useTranslation } from 'react-i18next';
import { useProblemMessage } from '../messages/use-problem-message.ts';
import type { FieldFaults } from './fields.ts';

/** Messages of a form: those at a field by its path, and the one that belongs to none. */
export interface FormMessages {
  readonly at: (path: string) => string | undefined;
  readonly overall: string | null;
}

/**
 * What to say at each field: what the form found, else what the arena said of it. `paths` are the fields of the form; what the arena
 * says of any other stands over the whole form, so that nothing is lost.
 */
export function useFaults(faults: FieldFaults | null, error: unknown, paths: readonly string[]): FormMessages {
  const { t } = useTranslation('admin');
  const say = useProblemMessage();
  const refusal = error instanceof ArenaRefused ? error.problem : null;
  const field = refusal?.code === 'model-exists' ? 'name' : (refusal?.field ?? null);
  const isAtField = field !== null && paths.includes(field);
  const words = refusalWords(error, say);
  return {
    at(path) {
      const fault = faults?.[path];
      if (fault) return t(`fault.${fault.code}`, { limit: fault.limit ?? 0 });
      return isAtField && field === path ? words : undefined;
    },
    overall: error === null || error === undefined || isAtField ? null : words,
  };
}

/** The arena's own words where they are the more exact ones: which value was wrong, or which line to write into the configuration. */
function refusalWords(error: unknown, say: (error: unknown) => string): string {
  if (!(error instanceof ArenaRefused)) return say(error);
  const { code, detail } = error.problem;
  if (code === 'invalid-request') return detail;
  return code === 'address-refused' ? `${say(error)} ${detail}` : say(error);
}

import type { AdminModel, ModelInput, Settings } from '@agon/api';
import { ArenaRefused } from '@agon/api/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

const modelsKey = ['admin', 'models'];
const settingsKey = ['admin', 'settings'];
const sessionKey = ['admin', 'session'];
const refreshMs = 10_000;
const sessionCheckMs = 60_000;

/** Whether a session is open here; a refusal means that none is. */
export function useSession({ isEnabled }: { isEnabled: boolean }) {
  return useQuery({
    queryKey: sessionKey,
    queryFn: () => call('adminSession'),
    enabled: isEnabled,
    // Notices a session that ran out.
    refetchInterval: sessionCheckMs,
    networkMode: 'always',
  });
}

/** Whether a call failed because no session is open. */
export function isSessionNeeded(error: unknown): boolean {
  return error instanceof ArenaRefused && error.problem.code === 'admin-required';
}

/** Opens a session with the token of a link; ends one. */
export function useSessionChange() {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: sessionKey }),
      queries.invalidateQueries({ queryKey: ['arena'] }),
    ]);
  const open = useMutation({
    mutationFn: (link: string) => call('openAdminSession', { body: { link } }),
    onSuccess: refresh,
    networkMode: 'always',
  });
  const close = useMutation({
    mutationFn: () => call('closeAdminSession'),
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: sessionKey });
      // What only an admin may see stays in no memory.
      queries.removeQueries({ queryKey: ['admin'], predicate: ({ queryKey }) => queryKey[1] !== sessionKey[1] });
      await queries.invalidateQueries({ queryKey: ['arena'] });
    },
    networkMode: 'always',
  });
  return { open, close };
}

/** All models, with their health as it changes. */
export function useModels() {
  return useQuery({
    queryKey: modelsKey,
    queryFn: () => call('adminModels'),
    refetchInterval: refreshMs,
    networkMode: 'always',
  });
}

/** Model servers on this machine; they are asked when the page opens and when the admin says so. */
export function useDiscovered() {
  return useQuery({
    queryKey: ['admin', 'discovered'],
    queryFn: () => call('discover'),
    staleTime: 60_000,
    retry: false,
    networkMode: 'always',
  });
}

/** Adds a model, or changes the one with this id. */
export function useSaveModel(id: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ModelInput) =>
      id === null ? call('addModel', { body }) : call('editModel', { params: { model: id }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: modelsKey }),
    networkMode: 'always',
  });
}

/** Pauses, resumes or retires a model. */
export function useSetState() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, state }: Pick<AdminModel, 'id' | 'state'>) =>
      call('setModelState', { params: { model: id }, body: { state } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: modelsKey }),
    networkMode: 'always',
  });
}

/** Asks a stored model to say hi, or one that is not stored yet. */
export function useSayHi() {
  return useMutation({
    mutationFn: (subject: { readonly id: string } | { readonly input: ModelInput }) =>
      'id' in subject
        ? call('testModel', { params: { model: subject.id } })
        : call('testNewModel', { body: subject.input }),
    networkMode: 'always',
  });
}

/** Settings of the arena with what stands beside them. */
export function useSettings() {
  return useQuery({ queryKey: settingsKey, queryFn: () => call('settings'), networkMode: 'always' });
}

/** Stores the settings. */
export function useSaveSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Settings) => call('setSettings', { body }),
    onSuccess: (view) => {
      queries.setQueryData(settingsKey, view);
      return queries.invalidateQueries({ queryKey: ['arena'] });
    },
    networkMode: 'always',
  });
}

import type { Settings } from '@agon/api';

/** The settings in force and the policy that follows from them. */
export interface CurrentSettings {
  readonly settings: Settings;
  /** Counts up with each change of the policy; version 1 is a leaf of every ledger. */
  readonly policyVersion: number;
}

/** Settings of the arena, as other features read them. */
export interface SettingsReader {
  /** From memory; changes on this server are seen at once. */
  current(): CurrentSettings;
}

/** Settings of a new arena. */
export const defaultSettings: Settings = {
  name: 'Agon',
  policy: { kind: 'active', floor: 0.2 },
  dailyCapUsd: null,
  temperature: null,
  maxOutputTokens: 4_096,
  systemPrompt: null,
  promptCharacters: 32_000,
  turns: 50,
  battlesPerWindow: 20,
  windowMinutes: 10,
};

import type { Settings } from '@agon/api';
import { createFieldReader, type FieldFaults, optionalText, typedNumber } from '../fields.ts';

/** The settings as they stand in the form: everything as typed. */
export interface SettingsDraft {
  readonly name: string;
  readonly policyKind: Settings['policy']['kind'];
  /** Share of uniform draws, in percent. */
  readonly floorPercent: string;
  readonly dailyCapUsd: string;
  readonly temperature: string;
  readonly maxOutputTokens: string;
  readonly systemPrompt: string;
  readonly promptCharacters: string;
  readonly turns: string;
  readonly battlesPerWindow: string;
  readonly windowMinutes: string;
}

/** Floor that a policy starts with where none was set before, in percent. */
const usualFloorPercent = 20;

/** The form of stored settings. */
export function settingsDraftOf(settings: Settings): SettingsDraft {
  const { policy } = settings;
  const floorPercent = policy.kind === 'uniform' ? usualFloorPercent : Number((policy.floor * 100).toPrecision(6));
  return {
    name: settings.name,
    policyKind: policy.kind,
    floorPercent: String(floorPercent),
    dailyCapUsd: typedNumber(settings.dailyCapUsd),
    temperature: typedNumber(settings.temperature),
    maxOutputTokens: typedNumber(settings.maxOutputTokens),
    systemPrompt: settings.systemPrompt ?? '',
    promptCharacters: typedNumber(settings.promptCharacters),
    turns: typedNumber(settings.turns),
    battlesPerWindow: typedNumber(settings.battlesPerWindow),
    windowMinutes: typedNumber(settings.windowMinutes),
  };
}

/** What the form says: settings, or what is wrong with them. */
export type SettingsReading =
  | { readonly settings: Settings; readonly faults: null }
  | { readonly settings: null; readonly faults: FieldFaults };

/** Reads the form, within the limits of the contract. */
export function readSettings(draft: SettingsDraft): SettingsReading {
  const read = createFieldReader();
  const count = { min: 1, isWhole: true };
  const floor = () =>
    read.number('policy.floor', draft.floorPercent, { min: draft.policyKind === 'active' ? 1 : 0, max: 100 }) / 100;
  const settings: Settings = {
    name: read.text('name', draft.name, 80),
    policy: draft.policyKind === 'uniform' ? { kind: 'uniform' } : { kind: draft.policyKind, floor: floor() },
    dailyCapUsd: read.optionalNumber('dailyCapUsd', draft.dailyCapUsd, { min: 0 }),
    temperature: read.optionalNumber('temperature', draft.temperature, { min: 0, max: 2 }),
    maxOutputTokens: read.number('maxOutputTokens', draft.maxOutputTokens, count),
    systemPrompt: optionalText(draft.systemPrompt),
    promptCharacters: read.number('promptCharacters', draft.promptCharacters, { ...count, max: 1_000_000 }),
    turns: read.number('turns', draft.turns, { ...count, max: 200 }),
    battlesPerWindow: read.number('battlesPerWindow', draft.battlesPerWindow, count),
    windowMinutes: read.number('windowMinutes', draft.windowMinutes, count),
  };
  return Object.keys(read.faults).length === 0 ? { settings, faults: null } : { settings: null, faults: read.faults };
}

import type { ChatModel } from '@agon/llm';

/** Settings under which a model answers; equal for both sides unless the admin said otherwise for a model. */
export interface Conditions {
  readonly temperature: number | null;
  readonly maxOutputTokens: number;
  readonly reasoningEffort: 'none' | 'low' | 'medium' | 'high' | null;
  readonly systemPrompt: string | null;
}

/** US dollars for a million tokens. */
export interface TokenPrice {
  readonly inputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
}

/** A model revision as it takes part in battles. */
export interface Contestant {
  readonly revision: string;
  readonly modelId: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly license: string | null;
  readonly link: string | null;
  /** A scripted character, not a language model. */
  readonly demo: boolean;
  readonly state: 'active' | 'paused' | 'retired';
  /** Words beside name and organisation that give it away. */
  readonly aliases: readonly string[];
  readonly conditions: Conditions;
  readonly price: TokenPrice | null;
  /** With retries, time-outs, the cap of parallel answers and both budgets around it. */
  readonly chat: ChatModel;
}

/** A model that could be drawn. */
export interface DrawCandidate {
  /** Of its current revision. */
  readonly revision: string;
  /** The name under which boards rate it. */
  readonly name: string;
  readonly weight: number;
  /** Whether it could answer a conversation of this length, were there money: room in its context, a key that can be read. */
  readonly isReady: boolean;
  /** Whether it can answer now: ready, and budget left. */
  readonly canServe: boolean;
}

/** Who can take part: the face of the models to the battles. */
export interface Lineup {
  /** Models in the draw: real ones where there are any, else the demo characters. `characters`: of the conversation so far. */
  candidates(characters: number): Promise<readonly DrawCandidate[]>;
  /**
   * The same for a draw that is about to be made.
   * @throws {Refused} `budget-spent` where two could answer but for the daily caps
   */
  drawable(characters: number): Promise<readonly DrawCandidate[]>;
  /** @throws {Error} no model here has this revision, which a battle that was stored cannot have */
  contestant(revision: string): Promise<Contestant>;
  /** Every model that was ever here, by revision: for boards and for masking of names. */
  everyone(): Promise<
    readonly Pick<
      Contestant,
      'revision' | 'name' | 'organisation' | 'license' | 'link' | 'demo' | 'state' | 'aliases'
    >[]
  >;
  /** Whether the demo characters are what is drawn. */
  isDemo(): Promise<boolean>;
  /** Stops every call that is under way; for the end of the server. */
  close(): void;
}

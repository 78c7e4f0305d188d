/** A file is no checkpoint or no vocabulary of the llama2.c layout; the message says where it goes wrong. */
export class ModelFileBroken extends Error {
  readonly code = 'model-file-broken';
}

/** A damage that this model cannot have; the message says what it can have. */
export class DamageRefused extends Error {
  readonly code = 'damage-refused';
}

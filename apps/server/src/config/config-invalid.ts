/** The configuration file cannot be used; the message names the file and the field. */
export class ConfigInvalid extends Error {
  readonly code = 'config-invalid';
  readonly file: string | null;
  /** Such as `models[1].baseUrl`; empty where the whole file is meant. */
  readonly field: string;

  constructor(file: string | null, field: string, reason: string, cause?: unknown) {
    super([file ?? 'configuration', ...(field === '' ? [] : [field]), reason].join(': '), { cause });
    this.name = 'ConfigInvalid';
    this.file = file;
    this.field = field;
  }
}

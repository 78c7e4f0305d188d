/** A request that cannot be served, as OpenAI-compatible servers say it: status, type, code, and the field at fault. */
export class RequestRefused extends Error {
  readonly code: string;
  readonly status: number;
  readonly type: string;
  readonly param: string | null;
  constructor(message: string, facts: { code: string; status: number; type?: string; param?: string }) {
    super(message);
    this.code = facts.code;
    this.status = facts.status;
    this.type = facts.type ?? 'invalid_request_error';
    this.param = facts.param ?? null;
  }
}

/** Everything that one visitor's connection brought: status lines, headers and bodies. */
export interface Recording {
  readonly fetch: typeof globalThis.fetch;
  /** All of it as text, each answer after a line with its address. */
  text(): string;
}

/** Records whatever comes from the server to a client. */
export function startRecording(): Recording {
  const answers: { readonly head: string; readonly chunks: Buffer[] }[] = [];
  return {
    async fetch(input, init) {
      const response = await globalThis.fetch(input, init);
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
      const head = [`${init?.method ?? 'GET'} ${String(input)}`, `${response.status}`, ...headers].join('\n');
      const answer = { head, chunks: [] as Buffer[] };
      answers.push(answer);
      const note = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          answer.chunks.push(Buffer.from(chunk));
          controller.enqueue(chunk);
        },
      });
      return new Response(response.body?.pipeThrough(note) ?? null, response);
    },
    text: () => answers.map(({ head, chunks }) => `${head}\n\n${Buffer.concat(chunks).toString('utf8')}`).join('\n\n'),
  };
}

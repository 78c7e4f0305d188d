/** A file made in the page. */
export interface MadeFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** Hands a file to the reader's downloads. */
export function saveFile({ name, type, text }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Later, since some browsers read the address only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * The code of a page could not be fetched: the connection is gone, or the arena now serves another build. An error of its own, since the
 * router answers the browser's by loading the document anew, and with it goes whatever was being written.
 */
export class PageNotFetched extends Error {
  readonly code = 'page-not-fetched';

  constructor(cause: unknown) {
    super('The code of this page could not be fetched. Check the connection and try again, or reload the page.', {
      cause,
    });
    this.name = 'PageNotFetched';
  }
}

/** The code of a page, or {@link PageNotFetched}. */
export async function fetched<Code>(code: Promise<Code>): Promise<Code> {
  try {
    return await code;
  } catch (cause) {
    throw new PageNotFetched(cause);
  }
}

import type { ExtraProps } from 'react-markdown';

/** An element of an answer, after parsing. */
export type HastElement = NonNullable<ExtraProps['node']>;
/** What an element holds. */
export type HastContent = HastElement['children'][number];

import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';

const widths = { text: 'max-w-[62rem]', page: 'max-w-[84rem]', full: 'max-w-[112rem]' };

/** Width and margins of a page. */
export function Page({
  children,
  width = 'page',
  className,
}: {
  children: ReactNode;
  width?: keyof typeof widths;
  className?: string;
}) {
  return (
    <div className={classes('page-gutter mx-auto w-full py-8 sm:py-12', widths[width], className)}>{children}</div>
  );
}

const looks = {
  page: 'display text-4xl sm:text-5xl',
  hero: 'display text-[clamp(2.375rem,6.2vw,4.5rem)]',
  hidden: 'sr-only',
};

/** Headline of a page. Takes the focus after a navigation within the arena, so that a screen reader begins there, and names the window. */
export function PageTitle({
  children,
  name,
  look = 'page',
  className,
}: {
  children: ReactNode;
  /** Title of the window. */
  name: string;
  look?: keyof typeof looks;
  className?: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = name;
  }, [name]);
  useEffect(() => {
    // After a navigation the element that was pressed is gone, or stays behind in the header. On the first load nothing was pressed.
    const at = document.activeElement;
    const isLeftBehind = at === document.body || at?.id === 'content' || at?.closest('header') != null;
    if (document.documentElement.dataset.navigated && isLeftBehind) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={classes(looks[look], className)}>
      {children}
    </h1>
  );
}

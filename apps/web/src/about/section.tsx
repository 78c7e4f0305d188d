import type { ReactNode } from 'react';

/** A part of the page with its own address. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 py-10 sm:py-12">
      <h2 id={`${id}-title`} className="display pb-5 text-3xl">
        {title}
      </h2>
      <div className="space-y-4 leading-relaxed">{children}</div>
    </section>
  );
}

/** A paragraph of comfortable width. */
export function Prose({ children }: { children: ReactNode }) {
  return <p className="max-w-[66ch]">{children}</p>;
}

/** Terms and what is said of them, between hairlines. */
export function Terms({ children }: { children: ReactNode }) {
  return <dl className="max-w-4xl border-t border-line">{children}</dl>;
}

/** One line of {@link Terms}. */
export function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-0.5 border-b border-line py-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="font-medium">{name}</dt>
      <dd className="max-w-[62ch]">{children}</dd>
    </div>
  );
}

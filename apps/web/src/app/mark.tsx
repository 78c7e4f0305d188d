/** The sign of the arena: two halves that do not touch. */
export function Mark({ className }: { className: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={`shrink-0 ${className}`}>
      <path d="M14.5 4v24a12 12 0 0 1 0-24Z" className="fill-side-a" />
      <path d="M17.5 4a12 12 0 0 1 0 24Z" className="fill-side-b" />
    </svg>
  );
}

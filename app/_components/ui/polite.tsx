/** Says its text to screen readers when it changes, without interrupting; unseen. */
export function Polite({ children }: { children: string }) {
  return (
    <p aria-live="polite" className="sr-only">
      {children}
    </p>
  );
}

/** The sign of the house: a traced curve over a dashed one. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={className}>
      <path
        d="M4 20.5C7 12 11 6.5 14.5 6.5s4.7 5.2 2.6 8.8c-1.6 2.8-4.6 2.6-4.9.2-.5-3.5 6.3-7.3 15.3-4.3"
        className="stroke-foreground"
        strokeWidth="2.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M4.5 26h23" className="stroke-accent" strokeWidth="2.75" strokeLinecap="round" strokeDasharray="1.5 5" />
    </svg>
  );
}

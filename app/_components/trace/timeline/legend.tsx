import { useMessages } from "@/app/_data/messages/use-messages";

export function Legend() {
  const t = useMessages("timeline");
  const traceMessages = useMessages("trace");
  const entries = [
    { look: "bg-accent h-3", name: t.work },
    { look: "h-3 border border-control bg-accent-soft", name: t.holds },
    { look: "waiting-bar h-2", name: t.waits },
    { look: "h-3 bg-failed", name: traceMessages.error },
    { look: "h-3 bg-running", name: traceMessages.running },
    { look: "h-4 w-[3px]! bg-foreground", name: t.again },
    { look: "h-0.5 bg-foreground", name: traceMessages.critical },
  ];
  return (
    <ul aria-label={t.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
      {entries.map(({ look, name }) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`inline-block w-5 forced-color-adjust-none rounded-sm ${look}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

import { messages } from "@/app/_data/messages";

const t = messages.trace;

const entries = [
  { look: "bg-accent h-3", name: t.timeline.work },
  { look: "h-3 border border-control bg-accent-soft", name: t.timeline.holds },
  { look: "waiting-bar h-2", name: t.timeline.waits },
  { look: "h-3 bg-failed", name: t.error },
  { look: "h-[3px] bg-foreground", name: t.critical },
];

export function Legend() {
  return (
    <ul aria-label={t.timeline.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
      {entries.map(({ look, name }) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`inline-block w-5 rounded-sm ${look}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

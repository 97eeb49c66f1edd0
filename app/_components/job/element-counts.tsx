import { useMessages } from "@/app/_data/messages/use-messages";
import type { TierCounts } from "@/lib/contracts/status";

const shown = [
  { tier: "native", tone: "text-done" },
  { tier: "picture", tone: "text-muted-foreground" },
  { tier: "raster", tone: "text-muted-foreground" },
  { tier: "none", tone: "text-cancelled" },
] as const;

/** How many of an SVG's elements became what on its slide; what none became is left out, but not `native`. */
export function ElementCounts({ name, counts }: { name: string; counts: TierCounts }) {
  const t = useMessages("job");
  return (
    <ul aria-label={t.elements(name)} className="flex flex-wrap gap-x-3 gap-y-0.5">
      {shown.map(({ tier, tone }) =>
        counts[tier] === 0 && tier !== "native" ? null : (
          <li key={tier} title={t.tiers[tier].help} className={counts[tier] === 0 ? "text-muted-foreground" : tone}>
            <span className="tabular font-semibold">{counts[tier]}</span> {t.tiers[tier].name}
          </li>
        ),
      )}
    </ul>
  );
}

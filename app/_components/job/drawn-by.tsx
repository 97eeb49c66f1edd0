import { useMessages } from "@/app/_data/messages/use-messages";
import { problemWords } from "@/app/_data/problem";
import type { ItemView } from "@/lib/contracts/status";

/** Who drew a page that a model was asked for, what that took, and why somebody else drew it. */
export function DrawnBy({ item: { drawn, usage } }: { item: ItemView }) {
  const { app, problem } = useMessages("app");
  const t = useMessages("drawing");
  const instead = drawn?.instead_of ?? null;
  if (usage === null && instead === null) return null;
  return (
    <>
      {instead !== null && (
        <p className="break-words text-cancelled">
          {t.insteadOf(app.models[instead.model])}: {problemWords(problem, instead)}
        </p>
      )}
      <p className="text-muted-foreground">
        {drawn !== null && instead === null && `${t.drawnBy(app.models[drawn.by])}. `}
        {usage !== null && usage.output_tokens > 0 && `${t.tokens(usage.input_tokens, usage.output_tokens)}, `}
        {usage !== null && (usage.cost === null ? t.costUnknown : t.cost(usage.cost))}
      </p>
    </>
  );
}

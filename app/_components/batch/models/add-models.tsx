import { useMessages } from "@/app/_data/messages/use-messages";
import type { ModelList } from "@/lib/contracts/models";

/** Names the settings of the models that are not set up; nothing where all are. */
export function AddModels({ list }: { list: ModelList }) {
  const t = useMessages("models");
  const missing = list.models.filter(({ ready }) => !ready);
  if (missing.length === 0) return null;
  return (
    <details className="text-sm sm:max-lg:col-span-2">
      <summary className="min-h-11 cursor-pointer content-center rounded-lg font-medium text-accent sm:min-h-9">
        {t.more}
      </summary>
      <p className="text-pretty text-muted-foreground">{t.moreDetail}</p>
      <dl className="mt-2 space-y-2">
        {missing.map(({ name, title, company, lacks }) => (
          <div key={name}>
            <dt>{t.moreItem(title, company ?? "")}</dt>
            {lacks.map((setting) => (
              <dd key={setting}>
                <code className="break-all font-mono text-xs">{setting}</code>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

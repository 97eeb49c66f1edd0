import { useKeys } from "@/app/_data/keys";
import { useMessages } from "@/app/_data/messages/use-messages";
import { VerbError } from "../ui/verb-error";
import { KeyRow } from "./key-row";
import { NewKey } from "./new-key";
import { Section } from "./section";

export function Keys() {
  const t = useMessages("account");
  const { data, error } = useKeys();
  return (
    <Section title={t.keys} lead={t.keysLead}>
      <VerbError error={error} />
      {data?.keys.length === 0 && <p className="text-muted-foreground">{t.noKeys}</p>}
      {data && data.keys.length > 0 && (
        <ul className="divide-y divide-hairline">
          {data.keys.map((apiKey) => (
            <KeyRow key={apiKey.key_id} apiKey={apiKey} />
          ))}
        </ul>
      )}
      <NewKey />
    </Section>
  );
}

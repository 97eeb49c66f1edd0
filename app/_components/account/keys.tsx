import { useKeys } from "@/app/_data/keys";
import { accountMessages } from "@/app/_data/messages/account";
import { VerbError } from "../ui/verb-error";
import { KeyRow } from "./key-row";
import { NewKey } from "./new-key";
import { Section } from "./section";

const t = accountMessages;

export function Keys() {
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

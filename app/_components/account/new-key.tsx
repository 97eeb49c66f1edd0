import { type FormEvent, useState } from "react";
import { useMakeKey } from "@/app/_data/keys";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { Scope } from "@/lib/contracts/accounts";
import { scopes } from "@/lib/contracts/terms/accounts";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import { VerbError } from "../ui/verb-error";
import { ShownOnce } from "./shown-once";

export function NewKey() {
  const t = useMessages("account");
  const [name, setName] = useState("");
  const [most, setMost] = useState<Scope>("write");
  const [days, setDays] = useState("");
  const [pace, setPace] = useState("600");
  const { mutate, data, isPending, error } = useMakeKey();
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    mutate({
      name,
      scopes: most === "write" ? [...scopes] : ["read"],
      expires_in_days: days === "" ? null : Number(days),
      requests_per_minute: Number(pace),
    });
  };
  return (
    <form onSubmit={make} className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField label={t.keyName} required value={name} maxLength={60} onChange={setName} />
        <SelectField<Scope> label={t.keyScopes} values={scopes} names={t.scopes} value={most} onChange={setMost} />
        <TextField label={t.keyDays} type="number" hint={t.keyDaysHint} value={days} maxLength={4} onChange={setDays} />
        <TextField label={t.keyLimit} type="number" required value={pace} maxLength={6} onChange={setPace} />
      </div>
      <Button type="submit" variant="primary" aria-disabled={isPending}>
        {isPending ? t.makingKey : t.makeKey}
      </Button>
      <VerbError error={error} />
      {data && <ShownOnce sentence={t.keyMade} secret={data.key} />}
    </form>
  );
}

"use client";

import { useMessages } from "@/app/_data/messages/use-messages";
import { useSignOut } from "@/app/_data/session";
import type { Member } from "@/lib/contracts/accounts";
import { Button } from "../ui/button";
import { VerbError } from "../ui/verb-error";
import { Section } from "./section";

export function You({ me }: { me: Member }) {
  const t = useMessages("account");
  const { mutate, isPending, isSuccess, error } = useSignOut();
  const busy = isPending || isSuccess;
  return (
    <Section title={t.you}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="min-w-0 flex-1 break-words">
          <span className="font-medium">{me.name}</span>
          <span className="block text-muted-foreground text-sm">
            {me.email} · {t.roles[me.role]}
          </span>
        </p>
        <Button aria-disabled={busy} onClick={busy ? undefined : () => mutate()}>
          {busy ? t.signingOut : t.signOut}
        </Button>
      </div>
      <VerbError error={error} />
    </Section>
  );
}

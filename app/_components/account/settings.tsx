"use client";

import { useMessages } from "@/app/_data/messages/use-messages";
import { useMe } from "@/app/_data/session";
import { VerbError } from "../ui/verb-error";
import { ChangePassword } from "./change-password";
import { Keys } from "./keys";
import { Members } from "./members";
import { You } from "./you";

export function Settings() {
  const accountMessages = useMessages("account");
  const { data: me, error } = useMe();
  return (
    <div className="space-y-6">
      <h1 className="text-3xl">{accountMessages.settings}</h1>
      <VerbError error={error} />
      {me && <You me={me} />}
      {me && <ChangePassword me={me} />}
      {me && <Keys />}
      {me?.role === "owner" && <Members />}
    </div>
  );
}

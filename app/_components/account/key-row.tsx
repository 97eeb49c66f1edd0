import { useRef } from "react";
import { useRemoveKey } from "@/app/_data/keys";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { ApiKeyView } from "@/lib/contracts/accounts";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { VerbError } from "../ui/verb-error";

export function KeyRow({ apiKey }: { apiKey: ApiKeyView }) {
  const t = useMessages("account");
  const { moment } = useFormats();
  const dialog = useRef<HTMLDialogElement>(null);
  const { mutate, isPending, error } = useRemoveKey(apiKey.key_id);
  const facts = [
    t.scopes[apiKey.scopes.includes("write") ? "write" : "read"],
    t.keyPace(apiKey.requests_per_minute),
    apiKey.expires_at ? t.keyRunsOut(moment(apiKey.expires_at)) : t.keyForGood,
    apiKey.last_used_at ? t.keyUsed(moment(apiKey.last_used_at)) : t.keyUnused,
  ];
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <p className="min-w-0 basis-full break-words sm:flex-1">
        <span className="font-medium">{apiKey.name}</span> <code className="font-mono text-sm">{apiKey.start}…</code>
        <span className="block text-muted-foreground text-sm">{facts.join(" · ")}</span>
      </p>
      <Button variant="danger" onClick={() => dialog.current?.showModal()}>
        {t.removeKey(apiKey.name)}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t.removeTitle(apiKey.name)}
        detail={t.removeKeyDetail}
        confirm={t.removeConfirm}
        keep={t.removeKeyKeep}
        busy={isPending}
        onConfirm={() => mutate()}
      >
        <VerbError error={error} />
      </ConfirmDialog>
    </li>
  );
}

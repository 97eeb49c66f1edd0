import { useRef } from "react";
import { useChangeRole, useRemoveMember } from "@/app/_data/members";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useMakePasswordLink } from "@/app/_data/password";
import { useFormats } from "@/app/_data/use-formats";
import type { Member } from "@/lib/contracts/accounts";
import { roles } from "@/lib/contracts/terms/accounts";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { SelectField } from "../ui/select-field";
import { VerbError } from "../ui/verb-error";
import { ShownOnce } from "./shown-once";

export function MemberRow({ member }: { member: Member }) {
  const t = useMessages("account");
  const { moment } = useFormats();
  const { member_id, name, email, role } = member;
  const dialog = useRef<HTMLDialogElement>(null);
  const change = useChangeRole(member_id);
  const remove = useRemoveMember(member_id);
  const link = useMakePasswordLink(member_id);
  return (
    <li className="flex flex-wrap items-end gap-3 py-3">
      <p className="min-w-0 basis-full break-words sm:flex-1">
        <span className="font-medium">{name}</span>
        <span className="block text-muted-foreground text-sm">{email}</span>
      </p>
      <SelectField
        label={t.roleOf(name)}
        values={roles}
        names={t.roles}
        value={change.isPending ? change.variables : role}
        onChange={(chosen) => change.mutate(chosen)}
      />
      <Button
        aria-disabled={link.isPending}
        aria-label={t.passwordLinkFor(name)}
        onClick={link.isPending ? undefined : () => link.mutate()}
      >
        {t.passwordLink}
      </Button>
      <Button variant="danger" onClick={() => dialog.current?.showModal()}>
        {t.removeMember(name)}
      </Button>
      <VerbError error={change.error ?? link.error} />
      {link.data && (
        <div className="w-full">
          <ShownOnce sentence={t.passwordLinkMade(name, moment(link.data.expires_at))} secret={link.data.url} />
        </div>
      )}
      <ConfirmDialog
        dialog={dialog}
        title={t.removeTitle(name)}
        detail={t.removeDetail}
        confirm={t.removeConfirm}
        keep={t.removeKeep}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        <VerbError error={remove.error} />
      </ConfirmDialog>
    </li>
  );
}

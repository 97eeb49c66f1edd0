import { useState } from "react";
import { useInvite, useMembers } from "@/app/_data/members";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { Role } from "@/lib/contracts/accounts";
import { roles } from "@/lib/contracts/terms/accounts";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";
import { VerbError } from "../ui/verb-error";
import { MemberRow } from "./member-row";
import { Section } from "./section";
import { ShownOnce } from "./shown-once";

export function Members() {
  const t = useMessages("account");
  const { moment } = useFormats();
  const { data, error } = useMembers();
  const [role, setRole] = useState<Role>("member");
  const invite = useInvite();
  return (
    <Section title={t.members} lead={t.membersLead}>
      <VerbError error={error} />
      <ul className="divide-y divide-hairline">
        {data?.members.map((member) => (
          <MemberRow key={member.member_id} member={member} />
        ))}
      </ul>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField<Role> label={t.inviteAs} values={roles} names={t.roles} value={role} onChange={setRole} />
        <Button aria-disabled={invite.isPending} onClick={invite.isPending ? undefined : () => invite.mutate(role)}>
          {t.invite}
        </Button>
      </div>
      <VerbError error={invite.error} />
      {invite.data && <ShownOnce sentence={t.invited(moment(invite.data.expires_at))} secret={invite.data.url} />}
    </Section>
  );
}

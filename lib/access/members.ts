import { asc, count, eq } from "drizzle-orm";
import { type Db, immediately, type Tx } from "@/db/client";
import { users } from "@/db/schema-accounts";
import type { Member, MemberList, Role } from "@/lib/contracts/accounts";
import { TracepressError } from "@/lib/errors";

/** Everyone who has an account, the oldest first. */
export function listMembers(db: Tx): MemberList {
  const rows = db.select().from(users).orderBy(asc(users.createdAt), asc(users.id)).all();
  return { members: rows.map(memberView) };
}

/** One of them. @throws TracepressError `not_found`. */
export function memberOf(db: Tx, id: string): Member {
  const row = db.select().from(users).where(eq(users.id, id)).get();
  if (!row) throw new TracepressError("not_found", "There is no such member.");
  return memberView(row);
}

/** Gives someone another role. @throws TracepressError `not_found`; `conflict` for the last owner. */
export function changeRole(db: Db, id: string, role: Role): Member {
  return immediately(db, (tx) => {
    const { role: earlier } = memberOf(tx, id);
    if (earlier === "owner" && role !== "owner") refuseLastOwner(tx);
    tx.update(users).set({ role, updatedAt: new Date() }).where(eq(users.id, id)).run();
    return memberOf(tx, id);
  });
}

/**
 * Takes someone's account away, and with it their sessions and keys; their batches stay for the owners.
 * @throws TracepressError `not_found`; `conflict` for the last owner.
 */
export function removeMember(db: Db, id: string): void {
  immediately(db, (tx) => {
    if (memberOf(tx, id).role === "owner") refuseLastOwner(tx);
    tx.delete(users).where(eq(users.id, id)).run();
  });
}

function refuseLastOwner(tx: Tx): void {
  const owners = tx.select({ count: count() }).from(users).where(eq(users.role, "owner")).get()?.count ?? 0;
  if (owners <= 1) throw new TracepressError("conflict", "This is the last owner. Make someone else an owner first.");
}

const memberView = ({ id, name, email, role, createdAt }: typeof users.$inferSelect): Member => ({
  member_id: id,
  name,
  email,
  role,
  created_at: createdAt.toISOString(),
});

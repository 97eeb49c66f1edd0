import { type Accounts, makeAccounts } from "@/lib/access/accounts";
import { invite, join } from "@/lib/access/invitations";
import { signIn } from "@/lib/access/sign-in";
import type { Role } from "@/lib/contracts/accounts";
import { TestRooms } from "./rooms";

export const password = "correct horse battery staple";

/** A machine with accounts: people are made as they are in truth, by a link. */
export class AccountRooms extends TestRooms {
  readonly accounts: Accounts = makeAccounts({ db: this.db, config: this.config });

  constructor() {
    super({ TRACEPRESS_AUTH: "accounts" });
  }

  /** Makes someone's account and signs them in. @returns their id and the headers their browser sends. */
  async person(name: string, role: Role): Promise<{ id: string; headers: Headers }> {
    const { token } = invite(this.db, role, Date.now());
    const email = `${name}@example.org`;
    await join(this.accounts, this.db, { token, name, email, password }, Date.now());
    const { userId, cookies } = await signIn(this.accounts, { email, password });
    return { id: userId, headers: cookieHeaders(cookies) };
  }
}

/** The headers of a browser that was given these cookies. */
export const cookieHeaders = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });

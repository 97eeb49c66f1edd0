import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignIn } from "@/app/_components/account/sign-in";
import { Queries } from "@/app/_components/ui/queries";
import { Ahead } from "@/app/_data/messages/ahead";
import { messagesHere } from "@/app/_data/messages/here";
import { pathAfterSignIn } from "@/lib/access/pages";
import { config } from "@/lib/config";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("account")).signInTitle });

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  if (config().auth === "local") notFound();
  const { next } = await searchParams;
  return (
    <>
      <Ahead pieces={["aside"]} />
      <Queries>
        <SignIn next={pathAfterSignIn(typeof next === "string" ? next : null)} />
      </Queries>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignIn } from "@/app/_components/account/sign-in";
import { accountMessages } from "@/app/_data/messages/account";
import { pathAfterSignIn } from "@/lib/access/pages";
import { config } from "@/lib/config";

export const metadata: Metadata = { title: accountMessages.signInTitle };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  if (config().auth === "local") notFound();
  const { next } = await searchParams;
  return <SignIn next={pathAfterSignIn(typeof next === "string" ? next : null)} />;
}
